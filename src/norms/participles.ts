import type { Word } from './words.js'

const IRREGULAR = new Set(
  'kept held made given taken sent put set read told shown done met paid written spoken brought dealt lost sold heard drawn worn left'.split(
    ' ',
  ),
)
const ADJECTIVE = new Set(
  'open concerned committed dedicated pleased aware interested involved different present consent student parent content current frequent staffed governed'.split(
    ' ',
  ),
)

/** A Dutch participle by its form and place: ge-, or an unstressed prefix, with -d, -t or -en. */
export function isParticiple({ key, is }: Word, main: readonly Word[]): boolean {
  if (is.has('noVerb') || is.has('actor') || is.has('negation')) return false
  return (
    /^(?:\p{L}{0,8}ge\p{L}{2,}(?:d|t|en|aan)|\p{L}{0,6}(?:be|ver|her|ont|er)\p{L}{2,}(?:d|t|en|aan)|(?:over|onder|vol|door|mis|weer)\p{L}{2,}(?:d|t|aan)|voldaan|\p{L}{2,}(?:eerd|gedaan|genomen|gegeven|ingediend|onderzocht|overlegd|aangemeld|opgenomen))$/u.test(
      key,
    ) && main.length > 0
  )
}

/** An English participle by its form, of what is done and not of how things are. */
export const isEnglishParticiple = ({ key, is }: Word): boolean =>
  (/(?:ed|[^aeiou]en|[nhr]own|ung|ept|eld|[slp]ent|aid|ade|old|ought|one)$/.test(key) || IRREGULAR.has(key)) &&
  !is.has('state') &&
  !is.has('actor') &&
  !ADJECTIVE.has(key)
