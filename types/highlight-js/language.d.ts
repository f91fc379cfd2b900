/** What `registerLanguage` takes; nobody else looks inside. */
export interface LanguageDefinition {
  readonly opaque: unique symbol;
}

declare const definition: LanguageDefinition;
export default definition;
