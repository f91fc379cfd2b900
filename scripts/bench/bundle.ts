import { build, type Rolldown } from 'vite';

/** A script of this folder with all it imports, as text to be run in a page. Throws where it cannot be built. */
export async function bundleForPage(entry: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { tsconfigPaths: false },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'cairnBench', fileName: 'bench' },
    },
  })) as Rolldown.RolldownOutput[];
  const [output] = result.flatMap((each) => each.output);
  if (output?.type !== 'chunk') throw new Error(`${entry} gave no script.`);
  return output.code;
}
