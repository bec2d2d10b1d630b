/** Regular expressions of a program for numbers of a series: `ADR[- ]\d{4}`, `ADR-(\d+)`, `RFC-?[0-9]+`. */
const pattern =
  /(?:(?<![A-Za-z\d\\])|(?<=\\b))([A-Za-z]{2,12})(?:[-_ #?*+()]|\\[sb]|\[[^\]\n]{1,8}\]){1,8}(?:\\d|\[0-9\])/g;

/** The series whose numbers a program looks for in texts, in capitals. */
export function parsedSeriesIn(program: string): ReadonlySet<string> {
  const found = /\\d|\[0-9\]/.test(program) ? program.matchAll(pattern) : [];
  return new Set([...found].map(([, series = '']) => series.toUpperCase()));
}
