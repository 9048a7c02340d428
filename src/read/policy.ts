import { toString } from 'mdast-util-to-string'
import type { Block, Language, Message, Metadata, Policy, Result } from '../model/index.js'
import { buildBody } from './blocks.js'
import { readFrontMatter, splitFrontMatter } from './front-matter.js'
import { parseMarkdown } from './markdown.js'
import { decodeSource } from './source.js'
import { unreadAttributes } from './unread-attributes.js'

/**
 * Reads a policy file. `file` is the name messages carry. The policy is complete as far as the file can be read; a file that cannot be
 * read at all gives an empty policy and an error. Plain Markdown without front matter is a policy too: its title is its first
 * heading, its language the one its commonest words belong to.
 */
export function readPolicy(source: Uint8Array | string, file: string): Result<Policy> {
  const decoded = decodeSource(source, file)
  const { yaml, body, bodyLine, unclosed } = splitFrontMatter(decoded.value)
  // Blank lines in the place of the front matter make every position in the tree one of the file.
  const padded = '\n'.repeat(bodyLine - 1) + body
  const root = parseMarkdown(padded)
  const parsed = buildBody(root, file)
  const title = () => firstHeading(parsed.children) ?? (baseName(file) || 'Untitled')

  let messages: Message[] = [...decoded.messages]
  let metadata: Metadata = { title: title(), status: 'draft', lang: guessLanguage(body) }
  if (yaml !== undefined) {
    const front = readFrontMatter(yaml, file, title)
    metadata = front.value
    messages.push(...front.messages)
  }
  if (unclosed) {
    messages.push({
      rule: 'front-matter/yaml',
      severity: 'error',
      reason: 'Unexpected end of file, expected a line --- that closes the front matter',
      place: { file, line: 1, column: 1 },
    })
  }
  messages = messages.concat(parsed.messages, unreadAttributes(root, padded, file))
  if (decoded.messages.length === 0 && parsed.children.length === 0) {
    messages.push({
      rule: 'file/empty',
      severity: 'error',
      reason: 'Unexpected end of file, expected at least one clause',
      place: { file, line: bodyLine, column: 1 },
    })
  }
  return { value: { file, metadata, yaml: yaml ?? '', children: parsed.children, notes: parsed.notes }, messages }
}

function firstHeading(blocks: readonly Block[]): string | undefined {
  const [first] = blocks.filter((block) => block.type === 'section')
  return first && first.type === 'section' ? toString(first.content) || undefined : undefined
}

const baseName = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')

// Function words that the two languages do not share.
const DUTCH = /\b(?:de|het|een|van|voor|niet|zijn|wordt|worden|met|op|aan|door|bij|dat|deze)\b/gi
const ENGLISH = /\b(?:the|of|and|to|for|not|are|be|with|on|by|that|this|shall|must)\b/gi

function guessLanguage(text: string): Language {
  const sample = text.slice(0, 20_000)
  return (sample.match(ENGLISH)?.length ?? 0) > (sample.match(DUTCH)?.length ?? 0) ? 'en' : 'nl'
}
