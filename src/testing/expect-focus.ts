import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';

/**
 * Waits until the element that `find` returns has the focus: pages move it in an effect, which may
 * come after what they drew can be seen.
 */
export function expectFocus(find: () => Element | null): Promise<void> {
  return waitFor(() => {
    expect(document.activeElement).toBe(find());
  });
}
