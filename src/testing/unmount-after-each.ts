import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Testing Library does this by itself only where test functions are globals.
afterEach(cleanup);

// What never comes is told from what comes late on a busy machine, where tests run side by side.
configure({ asyncUtilTimeout: 15_000 });
