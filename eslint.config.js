import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const code = '**/*.{ts,tsx}';
const tests = ['**/*.test.{ts,tsx}', '**/test-*.{ts,tsx}', '**/testing/**', '**/fixtures/**'];

const parser = {
  // The narrow projects are for tsc; linting needs types of every file once.
  project: ['tsconfig.json', 'tsconfig.sw.json', 'tsconfig.worker.json'],
  tsconfigRootDir: import.meta.dirname,
};

const outsideWorld =
  'The rules get the time and random bytes as arguments, so that a replay gives the same result on every device and a test needs no real clock.';

/** Clocks and randomness, in every form they have. */
const noOutsideWorld = {
  'no-restricted-globals': [
    'error',
    ...['crypto', 'performance', 'document', 'window'].map((name) => ({
      name,
      message: outsideWorld,
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: outsideWorld },
    { object: 'Math', property: 'random', message: outsideWorld },
    { object: 'globalThis', property: 'crypto', message: outsideWorld },
    { object: 'globalThis', property: 'performance', message: outsideWorld },
  ],
};

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export: a default export has another name in every file that imports it.',
};
const noMarkup = [
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Draw a tree of elements instead, as rendered.tsx does: text never becomes markup.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Draw a tree of elements instead, as rendered.tsx does: text never becomes markup.',
  },
];
const noBareDate = {
  selector:
    'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
  message: outsideWorld,
};
const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of string literals: it needs no import and reads the same in stored data.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      'public/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      '.cache/**',
      // Declarations without code, for one tsconfig.
      'types/**',
    ],
  },
  {
    files: [code],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', noDefaultExport, noEnum, ...noMarkup],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Readers of text spread a string into its code points on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // It asks for `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `_name` says that it is there for its place only.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/**/use-*.ts'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['src/domain/**', 'src/formats/**', 'src/storage/**'],
    ignores: tests,
    rules: {
      ...noOutsideWorld,
      'no-restricted-syntax': ['error', noDefaultExport, noEnum, ...noMarkup, noBareDate],
    },
  },
  {
    files: [...tests, 'e2e/**'],
    rules: {
      // A test that is wrong about a value fails, which is what the rule is for elsewhere.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['*.config.ts'],
    // Their tools read a default export.
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
);
