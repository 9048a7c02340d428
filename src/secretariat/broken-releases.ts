import { verifyPolicy } from '../decide/index.js'
import type { Message } from '../model/index.js'
import type { Loaded } from '../workspace/index.js'
import type { Context } from './context.js'
import { correctedSince } from './corrected/index.js'
import { surroundings } from './surroundings.js'

/** What is wrong with the releases around texts, each once: one that is gone, or is not what it was when another text went on from it. */
export function brokenReleases(context: Context, texts: readonly Loaded[]): readonly Message[] {
  const found = texts.flatMap((text) =>
    text.entry ? verifyPolicy(text.policy, surroundings(context, text, correctedSince)) : [],
  )
  return onceEach(found.filter(({ rule }) => rule.startsWith('release/')))
}

/** Messages without those that say the same of the same place. */
export const onceEach = (messages: readonly Message[]): readonly Message[] => [
  ...new Map(messages.map((each) => [JSON.stringify([each.rule, each.form, each.values, each.place]), each])).values(),
]
