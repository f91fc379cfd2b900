/** Where the app lies, known to the build; in a worker's environment Vite's own types would bring in the page's. */
interface ImportMetaEnv {
  BASE_URL: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
