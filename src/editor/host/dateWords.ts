/**
 * Dates as every surface writes them: in the editor's language, and in English as the drafts have them (`Fri 27 Nov 2026`,
 * `3 Sep 2025`), so that one window has one order.
 */
export class DateWords {
  private readonly format: Intl.DateTimeFormat;

  /** @param language the editor's */
  constructor(
    private readonly language: string,
    options: Intl.DateTimeFormatOptions,
  ) {
    this.format = new Intl.DateTimeFormat(isEnglish(language) ? 'en-GB' : language, options);
  }

  of(instant: number): string {
    return this.inOrder(this.format.format(instant));
  }

  /** A range of dates; what both have in common is written once. */
  between(start: number, end: number): string {
    return this.inOrder(this.format.formatRange(start, end));
  }

  /**
   * Leaves out the comma after the weekday and the fourth letter of "Sept", which some engines write and others do not.
   */
  private inOrder(text: string): string {
    return isEnglish(this.language)
      ? text.replace(/\b(\w{3}), (?=\d)/g, '$1 ').replace(/\bSept\b/g, (month) => month.slice(0, 3))
      : text;
  }
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}
