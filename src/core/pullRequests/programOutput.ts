import { anyOf } from '../text/wordList';

/** Lines that only a program writes: stack frames, messages with a place in a file, log lines, prompts of a shell. */
const ofProgram = new RegExp(
  `^(?:${anyOf(
    // JavaScript, Java, C#: `    at run (a.js:3:1)`, `\tat com.acme.A.run(A.java:12)`, `   at A.Run() in A.cs:line 3`
    /[ \t]{1,12}at \S{1,300}(?: ?[([<]|$| in | \[as )/,
    /Caused by: |[ \t]{1,12}\.\.\. \d{1,4} more$/,
    // Python, Ruby, PHP
    /Traceback \(most recent call last\)|[ \t]{0,12}File "[^"]{1,300}", line \d/,
    /[ \t]{0,12}(?:from )?[\w./-]{1,200}:\d{1,6}:in [`']/,
    /#\d{1,3} {1,3}(?:0x[0-9a-f]{4,16} in |[\w/.]{1,200}\(\d{1,6}\))/,
    // Go, Rust
    /goroutine \d{1,9} \[|[ \t]{1,12}\S{1,300}:\d{1,6} \+0x[0-9a-f]|thread '[^']{1,80}' panicked at |[ \t]{1,12}\d{1,3}: [\w<][\w:<>]{1,200}$/,
    // Compilers and linters: `src/a.c:12:3: error: …`, `src/a.ts(12,3): error TS2345`
    /[\w./\\-]{1,200}\.\w{1,6}(?::\d{1,6}){1,2}: (?:fatal )?(?:error|warning|note|undefined)\b/,
    /[\w./\\-]{1,200}\(\d{1,6}(?:,\d{1,6})?\): (?:error|warning)\b/,
    /error(?:\[E\d{2,6}\])?: |[ \t]{1,6}-{1,3}> \S{1,200}:\d/,
    // Logs: `2026-03-06 10:00:00 …`, `[ERROR] …`, `E0306 10:00:00.1 …`
    /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|TRACE)\]|(?:ERROR|WARN|INFO|DEBUG|FATAL)[ \t]{1,4}[[\w]/,
    // A shell and a difference
    /\$ [a-z./]\S{0,60}|@@ -\d{1,7}(?:,\d{1,7})? \+\d/,
  )})`,
);
/** The line above a stack: `java.lang.NullPointerException: user`, `TypeError: x is undefined`, `panic: …`. */
const headOfProgram =
  /^(?:Exception in thread |Uncaught |Unhandled |panic: |fatal error: |[\w$.:]{1,200}(?:Exception|Error|Failure|Panic)(?::|$| \())/;

/**
 * Index of the first line of a paragraph that a program wrote; its length where there is none. A paragraph of one line
 * never counts, because it reads as well in a sentence.
 */
export function outputFrom(lines: readonly string[]): number {
  const frame = lines.findIndex((line) => ofProgram.test(line));
  if (frame < 0 || lines.length < 2) return lines.length;
  const head = lines.findIndex((line, at) => at < frame && headOfProgram.test(line));
  return head < 0 ? frame : head;
}
