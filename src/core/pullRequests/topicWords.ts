import { anyOf } from '../text/wordList';
import type { Topic } from './topics';

/** Whole words, of languages that part them with blanks. */
const words = (...pieces: readonly RegExp[]) => `(?<!\\p{L})(?:${anyOf(...pieces)})(?!\\p{L})`;
const row = (parted: string, unparted: RegExp) => new RegExp(anyOf(parted, unparted), 'u');

/**
 * What headings ask for in German, French, Spanish, Portuguese, Italian, Dutch, Norwegian, Swedish, Japanese, Chinese and
 * Korean, in small letters; asked where no English word says it, and as there the first row that matches counts.
 */
export const foreignWords: readonly (readonly [heading: RegExp, topics: readonly Topic[]])[] = [
  [
    row(
      words(
        /checkliste|prüfliste|art der änderung(?:en)?/,
        /liste de (?:contrôle|vérification)|types? de (?:changement|modification)s?/,
        /lista de (?:verificaci[oó]n|verificação|comprobaci[oó]n)|tipos? de (?:cambios?|mudanças?|alteraç(?:ão|ões))/,
        /sjekkliste|checklista|type (?:endring|wijziging)/,
      ),
      /チェックリスト|変更の種類|检查清单|檢查清單|变更类型|變更類型|체크리스트|변경 ?(?:유형|종류)/,
    ),
    [],
  ],
  [
    row(
      words(
        /bildschirmfotos?/,
        /captures? d['’]écran/,
        /capturas?(?: de (?:pantalla|tela))?/,
        /skjermbilder?|skärmbild(?:er)?/,
      ),
      /スクリーンショット|画面キャプチャ|截图|截圖|스크린샷/,
    ),
    ['screenshots'],
  ],
  [
    row(
      words(/rückmeldung(?:en)?/, /relect(?:eurs?|ure)/, /revisor(?:es|as)?/, /tilbakemelding(?:er)?|återkoppling/),
      /レビュー(?:観点|ポイント|してほし)|レビュ[アー]ー|评审|審查|리뷰/,
    ),
    ['feedback', 'reviewers'],
  ],
  [
    row(
      words(
        /verwandte[nrs]?|zugehörige[nrs]?|vorgang/,
        /liée?s?/,
        /incidencias?|relacionad[oa]s?/,
        /gerelateerde?|relatert(?:e|ade)?/,
      ),
      /関連|チケット|关联|關聯|相关|相關|관련|이슈/,
    ),
    ['ticket'],
  ],
  [
    row(
      words(/risik(?:o|en)|auswirkung(?:en)?/, /risques?/, /riesgos?|riscos?|rischi|impactos?/),
      /影響|影响|リスク|风险|風險|위험|영향/,
    ),
    ['risk'],
  ],
  [
    row(
      words(
        /(?:ge)?test(?:en|et)|prüfung/,
        /tester|vérifications?/,
        /pruebas?|probar|testes|testar|verificaç(?:ão|ões)/,
      ),
      /テスト|動作確認|確認(?:方法|手順)|测试|測試|验证|테스트|검증/,
    ),
    ['test'],
  ],
  [
    row(
      words(
        /beschreibung|zusammenfassung|was.{0,60}warum/,
        /résumé|quoi.{0,60}pourquoi/,
        /descripci[oó]n|resum(?:en|o)|descrição|descrizione/,
        /beschrijving|samenvatting|beskrivelse|beskrivning|oppsummering|sammanfattning|hva.{0,60}hvorfor|vad.{0,60}varför/,
      ),
      /概要|説明|描述|说明|說明|摘要|설명|개요|요약/,
    ),
    ['why', 'what'],
  ],
  [
    row(
      words(
        /warum|ziele?|zweck|hintergrund|grund|anlass/,
        /pourquoi|contexte|objectifs?|raisons?/,
        /por ?qu[eéê]|motivaci[oó]n|motivação|motivos?|contexto|objetivos?|perché|contesto|obiettiv[oi]/,
        /waarom|doel|hvorfor|formål|bakgrunn|bakgrund|varför|syfte/,
      ),
      /背景|目的|動機|理由|なぜ|原因|为什么|為什麼|动机|배경|목적|이유/,
    ),
    ['why'],
  ],
  [
    row(
      words(
        /änderung(?:en)?|umsetzung|lösung|was/,
        /changements?/,
        /cambios?|qu[eé]|soluci[oó]n|mudanças?|alteraç(?:ão|ões)|solução|modifiche|soluzione/,
        /wijzigingen|oplossing|endring(?:er)?|hva|ändringar|vad/,
      ),
      /変更|やったこと|対応|実装|改动|改動|变更|變更|修改|实现|변경|작업|구현/,
    ),
    ['what'],
  ],
];
