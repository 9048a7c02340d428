import type { Message, Policy } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { type Resolved, resolve } from '../../src/resolve/index.js'
import { inEnglish } from './words.js'

/** A policy from its body and, where given, its front matter; reading it must not go wrong. */
export function policy(body: string, frontMatter = ''): Policy {
  const source = frontMatter === '' ? body : `---\n${frontMatter.trim()}\n---\n\n${body}`
  const { value, messages } = readPolicy(source, 'test.md')
  if (messages.length > 0) throw new Error(messages.map(inEnglish).join('\n'))
  return value
}

/** The same, resolved, with what resolving it had to say. */
export function resolved(body: string, frontMatter = ''): Resolved & { messages: readonly Message[] } {
  const { value, messages } = resolve(policy(body, frontMatter))
  return { ...value, messages }
}
