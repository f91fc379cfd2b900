/**
 * Who may know whom: domain <- formats, storage <- features <- app <- main. Each rule says why, to
 * whoever trips over it.
 */

/** Who besides its door may import a library: tests of what is behind it, and nobody else. */
const tests = '\\.test\\.tsx?$|/testing/|/fixtures/|/test-[^/]+\\.tsx?$';

/** @returns a rule that lets one door know a library, and everything else only the door */
function oneDoor(library, packages, door, reason) {
  return {
    name: `one-door-${library}`,
    comment: reason,
    severity: 'error',
    from: { path: '^(?:src|scripts)/', pathNot: [door, tests] },
    to: { path: `node_modules/(?:${packages})(?:/|$)` },
  };
}

/** @returns a rule that one part may not import others */
function mayNotKnow(part, others, reason) {
  return {
    name: `${part}-knows-not-${others.length > 1 ? 'what-is-above' : others[0]}`,
    comment: reason,
    severity: 'error',
    from: { path: `^src/${part}/`, pathNot: tests },
    to: { path: `^(?:${others.join('|')})(?:[/.]|$)` },
  };
}

const above = ['src/app', 'src/features', 'src/main', 'src/sw'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or hide a third that both need. Find that one and name it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: use it or delete it.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', tests] },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment:
        'This import leads nowhere: a typing mistake, or a file that was moved. (mdast is a package of types alone.)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^mdast$' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that package.json does not name is there by chance. Install it.',
      severity: 'error',
      from: { path: '^(?:src|scripts|e2e)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-in-the-app',
      comment:
        'What is shipped imports dependencies, not devDependencies: move the package in package.json.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-code',
      comment: 'Shipped code must not depend on tests or on what only tests use.',
      severity: 'error',
      // The fuzzer is a test that has a command of its own: it starts from the samples of the others.
      from: { path: '^(?:src|scripts)/', pathNot: [tests, '^scripts/fuzz/'] },
      to: { path: tests },
    },
    mayNotKnow(
      'domain',
      ['src/formats', 'src/storage', 'src/ui', 'scripts', ...above],
      'The rules of studying know nothing of files, databases and screens: that is what makes them testable by plain values and equal on every device.',
    ),
    {
      name: 'domain-knows-one-library',
      comment: 'The domain is plain TypeScript. Only memory.ts knows a library, ts-fsrs.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { path: 'node_modules/', pathNot: 'node_modules/ts-fsrs/' },
    },
    mayNotKnow(
      'formats',
      ['src/storage', 'src/ui', 'scripts', ...above],
      'Formats turn text or bytes into values, for the app and for scripts alike: no database, no screen, no disk.',
    ),
    mayNotKnow(
      'storage',
      ['src/formats', 'src/ui', 'scripts', ...above],
      'Storage serves use cases in terms of the domain; who reads a file or draws a screen calls it.',
    ),
    mayNotKnow(
      'features',
      ['src/app', 'src/main', 'src/sw', 'scripts'],
      'A feature is a screen the app puts together with others: what it needs from the app comes in as props or context.',
    ),
    {
      name: 'features-know-not-each-other',
      comment:
        'Screens that import each other cannot be changed or loaded apart. Move what both need to ui, storage or domain.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    mayNotKnow(
      'app',
      ['src/main', 'scripts'],
      'main.tsx puts everything together once; whatever the app needs from there comes in as props.',
    ),
    {
      name: 'app-knows-of-the-worker-only-its-messages',
      comment:
        'The page and the service worker are two programs that share the words they exchange.',
      severity: 'error',
      from: { path: '^src/(?:app|main)' },
      to: { path: '^src/sw', pathNot: '^src/sw/messages\\.ts$' },
    },
    {
      name: 'the-worker-knows-nobody',
      comment: 'The service worker is a program of its own, which must stay small and start fast.',
      severity: 'error',
      from: { path: '^src/sw' },
      to: { path: '^src/', pathNot: '^src/sw' },
    },
    {
      name: 'ui-knows-domain-types-only',
      comment:
        'A shared component draws what it is given. Types of the domain say what that is; rules and data stay outside.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^(?:src|scripts)/', pathNot: '^src/ui/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-storage-types',
      comment: 'Not even the types: a shared component has no idea where its data comes from.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^(?:src|scripts)/', pathNot: '^src/(?:ui|domain)/' },
    },
    {
      name: 'scripts-know-domain-and-formats',
      comment:
        'Scripts are thin entries at the disk; what they do is in domain and formats, where the app can use it too.',
      severity: 'error',
      // What the bench runs inside a page fills the store as the app does.
      from: { path: '^scripts/', pathNot: '^scripts/bench/[^/]+-page\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(?:domain|formats)/' },
    },
    {
      name: 'no-disk-in-src',
      comment: 'Only scripts touch the disk; what src needs from a file comes in as text or bytes.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    oneDoor(
      'ts-fsrs',
      'ts-fsrs',
      '^src/domain/memory\\.ts$',
      'memory.ts corrects what ts-fsrs does differently from Anki; whoever calls ts-fsrs past it gets wrong due dates.',
    ),
    oneDoor(
      'dexie',
      'dexie|dexie-react-hooks',
      '^src/storage/',
      'Storage alone keeps the promises about transactions and durability; ask it for a function named after your use case.',
    ),
    oneDoor(
      'workbox',
      'workbox-[^/]+',
      '^src/sw\\.ts$|^src/app/pwa/service-worker-link\\.ts$',
      'The worker and the page’s link to it know Workbox; screens know a state of three words.',
    ),
    oneDoor(
      'yaml',
      'yaml',
      '^src/formats/front-matter\\.ts$',
      'Front matter is read in one way everywhere, with its limits and its errors by line.',
    ),
    oneDoor(
      'markdown',
      '(?:mdast-util|micromark)-[^/]+',
      '^src/formats/markdown\\.ts$',
      'One choice of Markdown extensions for cards and roadmaps, so that the same text reads the same.',
    ),
    oneDoor(
      'highlight',
      'highlight\\.js',
      '^src/formats/[^.]*highlight[^/]*\\.ts$',
      'Code is highlighted when decks are compiled, by one list of languages.',
    ),
    oneDoor(
      'katex',
      'katex',
      '^src/ui/formula\\.ts$',
      'Formulas of others are drawn without links, pictures and endless macros, and KaTeX is loaded only where there is one.',
    ),
    oneDoor(
      'dompurify',
      'dompurify',
      '^src/ui/clean-html\\.ts$',
      'HTML of others is cleaned in one way, with its files and addresses, wherever it is shown.',
    ),
    oneDoor(
      'fflate',
      'fflate',
      '^src/formats/zip\\.ts$',
      'Zips of others lie about sizes and names; zip.ts reads none without its limits.',
    ),
    oneDoor(
      'fzstd',
      'fzstd',
      '^src/formats/zstd\\.ts$',
      'A few bytes of zstd can stand for gigabytes; zstd.ts stops them at a limit.',
    ),
    oneDoor(
      'sql.js',
      'sql\\.js',
      '^src/formats/sqlite\\.ts$|^src/features/library/worker-place\\.ts$',
      'Databases of others may be broken or built to hang; sqlite.ts opens none unchecked. Where its wasm lies only the workers know, who load it when first used.',
    ),
    oneDoor(
      'papaparse',
      'papaparse',
      '^src/formats/table/delimited-text\\.ts$',
      'Quotes, separators and line ends of tables are read and written in one way, with the limits that hostile files need.',
    ),
    oneDoor(
      'valibot',
      'valibot',
      '^src/(?:formats|storage)/',
      'Data is checked where it enters: in formats and storage. Past that, types hold.',
    ),
    oneDoor(
      'router',
      'react-router',
      '^src/(?:app|features|ui)/|^src/main\\.tsx$',
      'Where I am is a matter of screens; rules and storage get what they need as arguments.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports count: a type tells what a file knows of another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
    },
  },
};
