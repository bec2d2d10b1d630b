/** What is used of two packages: the types can be checked before the packages are installed. */
declare module 'scslre' {
  export function analyse(
    pattern: { readonly source: string; readonly flags: string },
    options: { readonly reportTypes: Readonly<Record<'Move' | 'Self' | 'Trade', boolean>> },
  ): { readonly reports: readonly unknown[] };
}

declare module 'acorn' {
  export function tokenizer(
    code: string,
    options: { readonly ecmaVersion: 'latest'; readonly sourceType: 'module' },
  ): Iterable<object>;
}
