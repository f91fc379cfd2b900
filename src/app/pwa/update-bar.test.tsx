import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { OfflineStatus } from './offline-status.tsx';
import type { ServiceWorkerLink, ServiceWorkerState } from './service-worker-link.ts';
import { UpdateBar } from './update-bar.tsx';
import { ServiceWorkerProvider } from './use-service-worker.tsx';

/** A link whose state the test sets, as a worker would. */
function createLink() {
  let state: ServiceWorkerState = { offline: { kind: 'unknown' }, update: false };
  const listeners = new Set<() => void>();
  const link: ServiceWorkerLink = {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => Promise.resolve(),
    applyUpdate: vi.fn<() => void>(),
  };
  const setState = (change: Partial<ServiceWorkerState>) => {
    act(() => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    });
  };
  return { link, setState };
}

function draw() {
  const { link, setState } = createLink();
  render(
    <ServiceWorkerProvider link={link}>
      <UpdateBar />
      <OfflineStatus />
    </ServiceWorkerProvider>,
  );
  return { link, setState };
}

test('a new version is mentioned without taking the focus, and applied only when asked', async () => {
  const { link, setState } = draw();
  expect(screen.queryByText(/new version/)).toBeNull();
  setState({ update: true });
  expect(screen.getByText('A new version of Cairn is ready.')).toBeDefined();
  expect(document.activeElement).toBe(document.body);
  expect(link.applyUpdate).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
  expect(link.applyUpdate).toHaveBeenCalledOnce();
});

test('"Later" puts the new version out of sight', async () => {
  const { link, setState } = draw();
  setState({ update: true });
  await userEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(screen.queryByText(/new version/)).toBeNull();
  expect(link.applyUpdate).not.toHaveBeenCalled();
});

test('"Ready offline" is said only when nothing is missing', () => {
  const { setState } = draw();
  setState({ offline: { kind: 'caching', done: 3, total: 9 } });
  expect(screen.getByText(/3 of 9 files/)).toBeDefined();
  setState({ offline: { kind: 'incomplete', done: 8, total: 9 } });
  expect(screen.getByText(/1 of 9 files are missing/)).toBeDefined();
  expect(screen.queryByText('Ready offline')).toBeNull();
  setState({ offline: { kind: 'ready' } });
  expect(screen.getByText('Ready offline')).toBeDefined();
});
