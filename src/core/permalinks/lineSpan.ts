/** Lines from the first to the last, both included; they count from 1. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}
