import { anyOf } from '../text/wordList';

/** Words that give a reason, an aim or a need. */
const gives = new RegExp(
  anyOf(
    /^\W*(?:why|reasons?|motivation|problem|context|background|warum|grund|hintergrund|pourquoi|contexte|por qué|motivo)\s*:/,
    /\b(?:because|so that|in order to|reasons?|motivat\w*|rationale|purpose|goal|due to|thanks to|given that|use.?cases?|otherwise|instead of|rather than|without \w+ing|hence|therefore)\b/,
    /\b(?:so|since) (?:this|that|the|these|it|we|they|you|users?)\b|\bas (?:this|that|the|these|it|we|they|you|users?)\b(?! (?:is|was|are|were)\s*(?:[.,;:!?)]|$))|^\W*to (?!do\b)\w+/,
    /\b(?:needs?|needed|necessary|required?|requires|requirement|must|depends? on|blocks?|unblocks?|prerequisite)\b/,
    /\b(?:to|will|would|should|can) (?:\w+ )?(?:avoid|prevent|allow|enable|ensure|support|reduce|improve|simplify|make (?:it|this|them|sure))\b|\b(?:avoids|prevents|allows|enables|ensures|simplifies|lets|makes it|helps?)\b/,
    /\b(?:clear(?:er|ly)|easier|faster|safer|simpler|consisten(?:t|cy)|confus\w+|unused|obsolete|deprecated|(?<!(?:will|would|should) )no longer|any ?more|duplicat\w+|redundant)\b/,
    /\b(?:ask(?:s|ed|ing)?|complain\w{0,4}|beg(?:s|ged)?) (?:for|about|that|us|me|to)\b|\bwant(?:s|ed)? (?:to|it|this|that|the|a)\b/,
    /(?<!\p{L})(?:weil|damit|denn|da (?:die|der|das|es|wir)|nötig|notwendig|benötigt|sonst|um .{1,60} zu|wegen)(?!\p{L})/u,
    /(?<!\p{L})(?:parce qu|car|afin d|pour (?:que|éviter|permettre)|nécessaire|sinon|à cause d)/u,
    /(?<!\p{L})(?:porque|para (?:que|evitar|permitir)|necesari[oa]|necessári[oa]|debido a|devido a|perché|affinché|per evitare|necessari[oa])(?!\p{L})/u,
    /(?<!\p{L})(?:omdat|zodat|nodig|anders|fordi|slik at|nødvendig|eftersom|så att|nödvändig)(?!\p{L})/u,
    /ため|ので|から。|なぜ|必要|因为|因為|以便|为了|為了|需要|때문|위해|필요/,
  ),
  'iu',
);

/** Words that say what is wrong today. */
const problem = new RegExp(
  anyOf(
    /\b(?:fail(?:s|ed|ing|ures?)?|crash\w*|errors?|fatal|bugs?|broken|breaks?|breaking|wrong\w*|incorrect\w*|missing|leak\w*|seg ?faults?|panics?|corrupt\w*|stale|indefinitely|not [a-z]{3,12}.safe|slow\w*|locks?|deadlock\w*|hangs?|stuck|time ?outs?|race|regress\w*|out.of.memory|too (?:long|many|much|large|slow)|unsafe|vulnerab\w*|flak\w+)\b/,
    /\b(?:cannot|can['’]t|could ?n['’]t|could not|does ?n['’]t|does not|did ?n['’]t|did not|was ?n['’]t|is ?n['’]t|never|not possible|unable|(?:previously|before this),? .{1,120}\bwould|currently|protects? against|doubled|lacks?|loses?|lost|ignor(?:es|ed)|takes? (?:\w+ ){1,3}(?:seconds|minutes|hours))\b/,
    /(?<!\p{L})(?:fehler|falsch|kaputt|langsam|erreurs?|échou\w+|lent|error(?:es)?|falla|lento|erro|falha|errore|fout|traag|feil|treg|fel)(?!\p{L})/u,
    /失敗|エラー|遅い|错误|失败|오류|실패/,
  ),
  'iu',
);

/** A remark on the side: about the tests, the review, or what was done on the way. */
const aside =
  /^\W*(?:no (?:breaking|functional|visible|user.facing|api|other|behaviou?ral) changes?\b|also|while (?:here|at it|i|we)|drive.?by|by the way|incidentally|unrelated|nb|note|thanks|done by|see|tested|(?:this |it )?(?:does not|doesn['’]t) (?:fix|close|resolve)|address(?:es|ed|ing)? .{0,40}\b(?:review|feedback|comments?)|(?:add|fix|update|adjust|remove|drop|delete|rename|re-?record)\w* (?:the |some |a )?(?:\w+ )?(?:tests?|specs?|fixtures?|cassettes?|mocks?|mocking|snapshots?|lint\w*|typos?))\b|^\W*(?:and|then) re-?record/i;

/** A reason of fewer words says nothing by itself. */
const fewestWords = 2;

/**
 * How much of a reason a paragraph gives; 0 for none. A sentence that names a reason, an aim or a need counts more than
 * one that says what is wrong, and a remark on the side counts nothing.
 */
export function reasonIn(paragraph: string): number {
  const sentences = paragraph.slice(0, 2_000).split(/(?<=[.!?])\s+|(?<=[。！？])/);
  return Math.max(0, ...sentences.map(reasonOf));
}

function reasonOf(sentence: string): number {
  const isAsian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(sentence);
  if (aside.test(sentence) || (!isAsian && sentence.trim().split(/\s+/).length < fewestWords)) return 0;
  return (gives.test(sentence) ? 3 : 0) + (problem.test(sentence) ? 2 : 0);
}
