import { inLowerCase } from '../../text/lowerCase';
import { anyOf } from '../../text/wordList';

/** Words by which "superseded" states no fact: it is denied, planned, tied to a condition, doubted, or no longer so. */

/** "Will be superseded by", "until replaced by": nothing has happened yet. */
const notYet =
  /\b(?:not|never|to be|until|unless|if|once|when)(?: \w{1,12})?$|\b(?:will|may|might|could|should|would|shall|can|must|has to|needs to)(?: \w{1,12}){0,3} be(?: \w{1,12})?$/i;

/** The same in other languages, before the verb: `ne remplace pas`, `será reemplazada por`, `no reemplaza`. */
const notYetElsewhere = new RegExp(
  `(?<!\\p{L})(?:${anyOf(
    /ne|no|não|non|не|nie|sera|seront|será|serán|serão|sarà|saranno|verrà|verranno|va a ser|vai ser|va être/,
    /будет|будут|zostanie|skal|ska(?:ll)? bli/,
    // "May", "should", "could" before the verb.
    /(?:doit|devra|devrait|peut|pourra|pourrait|serait) (?:\p{L}{2,12} )?être/u,
    /(?:debe|debería|puede|podrá|podría|deve|deveria|pode|poderá|poderia) (?:\p{L}{2,12} )?ser|sería|seria/u,
    /(?:deve|dovrà|dovrebbe|può|potrà|potrebbe|sarebbe) (?:\p{L}{2,12} )?essere/u,
    /(?:kan|kon|zal|zou|moet|mag) (?:\p{L}{2,12} )?worden|(?:kan|skal|vil|ville|bør|kommer (?:til )?(?:at|å|att)) bli(?:ve)?/u,
    /(?:może|ma|powin(?:na|no|ien)|będzie) (?:zostać|być)|будет|(?:может|могут|долж(?:ен|на|но|ны)|планируется) быть/,
  )})$`,
  'u',
);
/** The verb of `ofPhrases` denied behind what it is said of: `ersetzt ADR-3 nicht`. */
const deniedBehind = /^[^.;,:]{1,60}\s(?:nicht|niet|ikke|inte)(?!\p{L})(?! (?:nur|alleen|kun|bara)(?!\p{L}))/iu;
/** A condition behind "superseded by ADR-9", which makes a plan of it. */
const onCondition = /^[^.;,]{1,80}?,?\s(?:unless|provided(?: that)?|if|once|as soon as|sobald|falls|si|cuando)\s/i;

/** "Previously: superseded by ADR-9, then reinstated", "Reinstated (was superseded by ADR-9)": what no longer holds. */
const noMore =
  /\b(?:previously|formerly|at first|for a while|no longer)[:,]?(?: (?:been|marked(?: as)?))?$|\b(?:reinstated|restored|revived|in force again|valid again)[^.;()]{0,40}(?:\(|, )(?:it )?(?:was|had been)$/i;

/** `possibly ADR-9`, `ADR-9?`, `ADR-9 (planned)`, and `(see ADR-9)` behind the dash that says none. */
const unsure =
  /^(?:possibly|perhaps|maybe|probably|likely|vielleicht|evtl\.?|peut-être|quizás?|talvez|forse|\((?:see|cf\.?|siehe|vgl\.?|voir|véase))\s|\?$|\((?:planned|tentative|tbc|tbd|to be confirmed|not yet|geplant|prévue?|previst[oa])(?![\p{L}])[^()]*\)$/iu;

/** Whether it is said to have happened, and neither denied, planned, made to depend on something nor no longer so. */
export function isHeld(direction: 'by' | 'of', before: string, after: string): boolean {
  if (notYet.test(before) || noMore.test(before) || notYetElsewhere.test(inLowerCase(before))) return false;
  return direction === 'by' ? !onCondition.test(after) : !deniedBehind.test(after);
}

/** Whether a text that begins with "superseded" says under which condition it will be. */
export function isOnCondition(text: string): boolean {
  return onCondition.test(text);
}

/** Whether a text names a record only with doubt. */
export function isUnsure(target: string): boolean {
  return unsure.test(target);
}
