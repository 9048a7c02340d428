import type { Token, Tokenised } from '../compare/index.js'
import { firstOf, meaningsOf, oneOf, stem } from '../language/index.js'
import { type Modality, stancesOf } from '../norms/index.js'
import { isRelated } from '../rewording/index.js'
import type { Change } from './change.js'
import { isLimiting } from './denied.js'
import type { Reason } from './reasons.js'

/** What binds, allows and advises; what must be refused may not be accepted, so that a duty and a prohibition may be one. */
const BOUND: Readonly<Partial<Record<Modality, string>>> = {
  permission: 'may',
  'conditional-permission': 'may',
  prohibition: 'not',
  recommendation: 'should',
}

/** Whether a norm only supposes: "Should the card be lost, …" says if, and "as may be needed" allows nothing. */
const isSupposed = (cue: string, before: string, of: Change): boolean =>
  (supposes(cue.toLowerCase(), of) && !/\p{L}[^\p{L}.;:,]*$/u.test(before)) ||
  (mayBe(/^\w*/.exec(cue)?.[0], of) && isBefore(/\w+(?=\s$)/.exec(before)?.[0].toLowerCase(), of))
const [supposes, mayBe, isBefore] = [oneOf('supposes'), oneOf('mayBe'), oneOf('behindSupposed')]

/** Whether leave to do something came or went, and no other norm in its place: may enter, enters. */
export const isLeave = ({ old, next }: Reason, { lang, proof: { words } }: Change): boolean =>
  (old === '') !== (next === '') && words.sameNorm.get((old || next).toLowerCase()) === firstOf('allows', { lang })

/** Whether one text allows or advises where the other binds. What is allowed only so is forbidden otherwise. */
export function isOtherNorm(change: Change, leave = false): boolean {
  const { old, next, lang, proof } = change
  const { words } = proof
  // What limits both alike, "als hij niet betaalt", tells them not apart.
  const limits = [old, next].map(({ tokens }) =>
    tokens
      .map(({ key }) => key.toLowerCase())
      .filter((word) => isLimiting(word, proof))
      .map((word) => stem(word, lang)),
  )
  const alike = leave && limits[0]?.join(' ') === limits[1]?.join(' ')
  const norms = ({ text, tokens }: Tokenised) => {
    const stances = stancesOf(text, lang).filter(({ cue, from }) => !isSupposed(cue, text.slice(0, from), change))
    const found = new Set(stances.map(({ modality }) => BOUND[modality] ?? 'must'))
    const limited = !alike && tokens.some(({ key }) => isLimiting(key.toLowerCase(), proof))
    const allows =
      found.has('may') || tokens.some(({ key }) => words.sameNorm.get(key.toLowerCase()) === firstOf('allows', { lang }))
    return { advises: found.has('should'), allows, allowsAll: found.has('may') && !limited, limited: limited || found.has('not') }
  }
  const [a, b] = [norms(old), norms(next)]
  return a.advises !== b.advises || (a.allowsAll && !b.allows && !b.limited) || (b.allowsAll && !a.allows && !a.limited)
}

/** Whether two norms bind alike where nothing is denied: must, has to. "Must not" and "need not" do not. */
export function isOneNorm({ old, next }: Reason, { proof, ...texts }: Change): boolean {
  const rows = (said: string) =>
    said
      .toLowerCase()
      .split(' ')
      .flatMap((word) => proof.words.sameNorm.get(word) ?? [])
  const [a, b] = [rows(old), rows(next)]
  const denies = [texts.old, texts.next].some(({ tokens }) => tokens.some(({ key }) => isLimiting(key.toLowerCase(), proof)))
  return a.length > 0 && b.length > 0 && !denies && [...a, ...b].every((row) => row === a[0])
}

/** Whether a duty is told as what is done, which a rule says as often: shall be held, is held. */
export function isToldPlainly({ old, next }: Reason, { lang, proof: { words }, ...texts }: Change): boolean {
  const [must, may] = [firstOf('duty', { lang }), firstOf('allows', { lang })]
  const said = (old || next).toLowerCase().split(' ')
  if ((old === '') === (next === '') || !said.every((word) => PLAIN.has(word) || meaningsOf('modals', lang).get(word) === must))
    return false
  return !(old === '' ? texts.old : texts.next).tokens.some(({ key }) => words.sameNorm.get(key.toLowerCase()) === may)
}
const PLAIN: ReadonlySet<string> = new Set(['will', 'zal', 'zullen'])

/** Whether every word of a norm on one side has one of its like on the other: may, and is open to. */
export function isNormElsewhere({ old, next }: Reason, { proof: { words }, ...texts }: Change): boolean {
  const norms = (old || next)
    .toLowerCase()
    .split(' ')
    .flatMap((word) => words.sameNorm.get(word) ?? [])
  const [own, other] = old === '' ? [texts.next, texts.old] : [texts.old, texts.next]
  const count = ({ tokens }: Tokenised, norm: string) =>
    tokens.filter(({ key }) => words.sameNorm.get(key.toLowerCase()) === norm).length
  // One that stands in both texts is another's.
  return norms.length > 0 && norms.every((norm) => count(other, norm) >= count(own, norm))
}

/** Whether a duty became an order: "must be kept free", "keep free". */
export function isOrdered({ old, next }: Reason, { proof: { words }, lang, ...texts }: Change): boolean {
  const duty = (old || next)
    .toLowerCase()
    .split(' ')
    .every((word) => words.sameNorm.get(word) === firstOf('duty', { lang }))
  const [own, others] = old === '' ? [texts.next, texts.old] : [texts.old, texts.next]
  const first = others.tokens.find(({ kind }) => kind === 'word')?.key.toLowerCase() ?? ''
  const isForm = ({ key }: Token, at: number) =>
    at > 0 && (words.participles.get(key.toLowerCase()) === first || isRelated(key.toLowerCase(), first, words))
  return duty && own.tokens.some(isForm) && own.tokens[0]?.key.toLowerCase() !== first
}
