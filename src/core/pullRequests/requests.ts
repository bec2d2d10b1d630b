import { anyOf } from '../text/wordList';

/**
 * Tells what a template asks its author to write from what it states: a request may be replaced by its answer, a rule
 * of the team stays. In doubt a text is no request.
 */

/** Words of politeness and conditions that stand before the verb. */
const lead = new RegExp(
  `^(?:(?:${anyOf(
    /(?:to-?do|tbd|tba):|please|kindly|also|and|then|briefly|shortly|optionally|optional|simply|just/,
    /in (?:short|brief|(?:a|one|two) (?:or two )?(?:few )?(?:words?|sentences?|lines?)|your own words)/,
    /if (?:it is |it's |this is |they are )?(?:applicable|relevant|needed|necessary|possible|appropriate|any|so|not obvious)/,
    /if (?:this|your|the) (?:pr|pull request|change|mr|merge request) [^,.]{1,60},/,
    /bitte|kurz|ggf\.?/,
    /merci de|veuillez|s['’]il vous plaît/,
    /por favor|brevemente|per favore|vennligst|gjerne|graag/,
  )})[,:]?\\s+){1,4}`,
  'iu',
);

/** Verbs that can only mean "write it here". */
const describes = new RegExp(
  `^(?:${anyOf(
    /describe|explain|summari[sz]e|outline|elaborate|clarify|detail (?:what|how|why|the|your|any)/,
    /(?:tell|let) (?:us|them|people|me|others|everyone|reviewers?|the reviewers?)(?: know)?|say (?:what|why|how|which)/,
    /replace this|your (?:text|description|answer|changes|reasons?|summary) (?:here|goes)/,
    /beschreib(?:e|en|t)?|erkläre?n?|erläutere?n?|fassen? .{1,40} zusammen/,
    /(?:décri(?:s|vez|re)|(?:expli|indi)que[rz]?|(?:résum|précis|présent|détaill)e[rz]?|attire[rz] l['’]attention)/,
    /descri(?:be|ba|bir|bid)|expli(?:ca|car|que)|resum(?:e|a|ir)|descrev(?:a|er)/,
    /descriv(?:i|ere|a)|spiega(?:re)?|riassum(?:i|ere)/,
    /beschrijf|leg .{1,40} uit|beskriv|forklar|förklara|oppsummer|sammanfatta/,
  )})(?!\\p{L})`,
  'iu',
);

/** Verbs that also ask for work elsewhere ("Add an entry to CHANGES.md"); here they ask for words with such an object. */
const gives =
  /^(?:provide|give|include|add|list|mention|name|state|specify|note|write|enter|insert|fill in|share|show|attach|link|reference|indicate|point out|document|put)\b/i;
const wordsHere =
  /\b(?:descriptions?|summar(?:y|ies)|overview|details?|explanations?|context|information|info|reasons?|motivation|background|screen ?shots?|gifs?|videos?|recordings?|steps|changes|what|why|how|which|links?|issues?|tickets?|references?|numbers?|relevant|text|bullet|test plan|anything|thoughts|instructions|(?:here|below)\W*$)\b/i;
const elsewhere =
  /\b(?:to|in|into|on|at|with|under) (?:the |our |your )?(?:`|["'“]?(?:@|#\w|[\w-]{1,40}\.\w{1,5}\b)|change ?log|release notes|slack|teams|jira|wiki|docs?\b|documentation|readme|manual|notice|label)/i;

/** `Add an entry to CHANGES` */
const toFile = /\b(?:to|in|into|with|under) (?:the |our |your )?[A-Z]{3,}\b/;

/** `A clear and concise description of what changes`. */
const nounPhrase = new RegExp(
  `^(?:${anyOf(
    /(?:an? |the |some )?(?:(?:clear|short|brief|concise|quick|detailed|general|small|good|high.level|one.line|few|and|,)[\s,-]{1,3}){1,5}(?:descriptions?|summary|overview|explanations?|words?|sentences?|outline|notes?|list)/,
    /(?:an? |the )?(?:description|summary|overview|explanation|details|list) of (?:the|your|what|this|how|why)/,
    /kurze (?:beschreibung|zusammenfassung|erklärung)|(?:courte|brève) description|(?:breve|corta) descri(?:pción|ção|zione)|korte (?:beschrijving|beskrivelse)|kort beskrivning/,
  )})(?!\\p{L})`,
  'iu',
);

/** Without a question mark a clause such as `What was added in this pull request.` */
const clause = /^(?:what|why|how)\b(?! (?:is|are|was) (?:not|never))/i;
const question =
  /^(?:what|why|how|which|who|where|when|was|warum|wieso|wie|welche[rsn]?|que|quoi|quel(?:le)?s?|pourquoi|comment|qu['’]est|qué|por ?qu[eéê]|cómo|cuál(?:es)?|o que|como|qual|quais|cosa|perché|come|wat|waarom|hoe|welke|hva|hvorfor|hvordan|hvilke[nt]?|vad|varför|hur)(?!\p{L})[^?]{0,200}\?$/iu;
const asianRequest =
  /(?:記載|記入|記述|説明|入力|書い|お書き)[^。]{0,12}(?:ください|下さい|お願いします)|^(?:请|請)[^。]{0,6}(?:描述|说明|說明|填写|填寫|解释|解釋|列出|简述|簡述)|(?:작성|설명|기재|적어|입력)[^.]{0,8}(?:세요|십시오|바랍니다)/;

/** A sentence with one of these states a rule, whatever it begins with. */
const rule = new RegExp(
  anyOf(
    /\b(?:must|never|always|mandatory|forbidden|required|shall|unless|do not|don['’]t|cannot|can['’]t|not allowed|only)\b|https?:|`|(?:^|\s)@[\w-]/,
    /(?<!\p{L})(?:muss|müssen|darf|dürfen|niemals|nie|nur|jamais|doit|doivent|nunca|siempre|debe|deben|sempre|deve|devem|mai|moet|nooit|aldri|aldrig|skal|skall|måste)(?!\p{L})/u,
    /必ず|禁止|必须|必須|不得|반드시|금지/,
  ),
  'iu',
);

const longest = 400;

/** Advice on how to write, beside a request: `The more detailed you are, the better.` */
const tip =
  /^(?:the (?:more|less|shorter|clearer|simpler)\b.{1,80}\bthe (?:better|easier|faster|more)\b|(?:be|keep it|try to be|stay) (?:as )?(?:concise|brief|short|specific|detailed|clear|precise|thorough)\b.{0,60}$|thanks?\b|thank you\b)/i;

/** Whether a text is nothing but requests to write what belongs in its place. */
export function isRequest(text: string): boolean {
  const plain = text.replace(/^[\s>*_(["'“]{1,8}|[\s*_)"'”]{1,8}$/g, '');
  if (plain.length > longest || plain === '') return false;
  const sentences = plain
    .split(/(?<=[.!?])(?<!\b(?:e\.g|i\.e|z\. ?b)\.)\s+|(?<=[。！？])/i)
    .filter((sentence) => /\p{L}/u.test(sentence));
  const isTip = (sentence: string) => tip.test(sentence) && !rule.test(sentence);
  return sentences.some(isRequestSentence) && sentences.every((each) => isRequestSentence(each) || isTip(each));
}

function isRequestSentence(sentence: string): boolean {
  if (rule.test(sentence)) return false;
  if (/^(?:to-?do|tbd|tba): ?\S/i.test(sentence)) return true;
  const words = sentence.trim().replace(lead, '');
  if (describes.test(words) || nounPhrase.test(words) || question.test(words) || asianRequest.test(words)) return true;
  if (/^(?:e\.g\.|for example|z\. ?b\.|par exemple|por ejemplo)(?!\p{L})/iu.test(words)) return true;
  if (clause.test(words)) return words.split(/\s+/).length <= 20;
  return gives.test(words) && wordsHere.test(words) && !elsewhere.test(words) && !toFile.test(words);
}
