import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { InstallHint } from './install-hint.tsx';
import { createInstallOffer } from './install-offer.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';

function usePlatform({
  userAgent,
  isInstalled = false,
}: {
  userAgent?: string;
  isInstalled?: boolean;
}) {
  if (userAgent !== undefined) vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  vi.stubGlobal('matchMedia', () => ({ matches: isInstalled }));
}

function draw({ hasReviews = false } = {}) {
  const onSaveCopy = vi.fn();
  const onDismiss = vi.fn();
  const offer = createInstallOffer(window);
  render(<InstallHint {...{ offer, hasReviews, onSaveCopy, onDismiss }} />);
  return { onSaveCopy, onDismiss };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('nothing is offered where the browser has no way to install', () => {
  usePlatform({});
  draw();
  expect(screen.queryByRole('heading')).toBeNull();
});

test('where the browser can ask, one button lets it, once', async () => {
  usePlatform({});
  draw();
  const prompt = vi.fn(() => Promise.resolve({ outcome: 'accepted' }));
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  await vi.waitFor(() => {
    window.dispatchEvent(event);
    expect(screen.getByRole('button', { name: 'Install' })).toBeDefined();
  });
  await userEvent.click(screen.getByRole('button', { name: 'Install' }));
  expect(prompt).toHaveBeenCalledOnce();
  expect(event.defaultPrevented).toBe(true);
  expect(screen.queryByRole('heading')).toBeNull();
});

test('on an iPhone the hint tells the way by hand, and to install before the first review', () => {
  usePlatform({ userAgent: iphone });
  draw();
  expect(screen.getByText(/Add to Home Screen/)).toBeDefined();
  expect(screen.getByText(/install it now, before your first review/)).toBeDefined();
});

test('on an iPhone with reviews the hint offers to save a copy first', async () => {
  usePlatform({ userAgent: iphone });
  const { onSaveCopy, onDismiss } = draw({ hasReviews: true });
  await userEvent.click(screen.getByRole('button', { name: 'Save a copy first' }));
  expect(onSaveCopy).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(onDismiss).toHaveBeenCalledOnce();
});

test('an installed app on an iPhone offers nothing', () => {
  usePlatform({ userAgent: iphone, isInstalled: true });
  draw();
  expect(screen.queryByRole('heading')).toBeNull();
});
