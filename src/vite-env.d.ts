interface ImportMetaEnv {
  /** The app's version, as the build was told. */
  readonly VITE_APP_VERSION: string;
}
