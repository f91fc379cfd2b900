import { readdirSync, readFileSync } from 'node:fs';

/**
 * The resident memory in megabytes of the largest page process below the browser that was started on a
 * profile, workers and all. Reads Linux's /proc; undefined on other systems.
 */
export function readPageMemory(profile: string): number | undefined {
  let ids: string[];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const processes = ids.flatMap((id) => readProcess(id));
  const ours = new Set(
    processes.filter(({ command }) => command.includes(profile)).map(({ id }) => id),
  );
  // Page processes are forked by a helper of the browser: a few rounds find all below it.
  for (let size = 0; size !== ours.size;) {
    size = ours.size;
    for (const { id, parent } of processes) if (ours.has(parent)) ours.add(id);
  }
  const pages = processes.filter(
    ({ id, command }) => ours.has(id) && command.includes('--type=renderer'),
  );
  return pages.length === 0 ? undefined : Math.max(...pages.map(({ megabytes }) => megabytes));
}

function readProcess(id: string) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
    const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1] ?? '';
    const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    return [{ id, parent, command, megabytes: kilobytes / 1024 }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
