import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { GUESSED_LETTERS, guessLanguage } from '../language/index.js'
import {
  append,
  type Block,
  clauses,
  LANGUAGES,
  type Language,
  type Message,
  type Metadata,
  type Policy,
  type PolicyBody,
  plainText,
  type Result,
} from '../model/index.js'
import { buildBody } from './blocks.js'
import { blocksIn, cutAt, MOST_BLOCKS, MOST_NESTED, MOST_PARSED } from './bounds.js'
import { readFrontMatter, splitFrontMatter } from './front-matter.js'
import { parseMarkdown } from './markdown.js'
import { decodeSource } from './source.js'
import { unreadAttributes } from './unread-attributes.js'

/**
 * Reads a policy file. `file` is the name messages carry. The policy is complete as far as the file can be read; a file that cannot be
 * read at all gives an empty policy and an error. Plain Markdown without front matter is a policy too: its title is its first
 * heading. One that names no language is in the one its words tell.
 */
export function readPolicy(source: Uint8Array | string, file: string): Result<Policy> {
  const decoded = decodeSource(source, file)
  const { yaml, body, bodyLine, missing } = splitFrontMatter(decoded.value)
  // Blank lines in the place of the front matter make every position in the tree one of the file.
  const padded = '\n'.repeat(bodyLine - 1) + body
  const whole = parseMarkdown(padded)
  const count = blocksIn(whole)
  const isTooLong = count > MOST_BLOCKS
  const root: Root = isTooLong ? { type: 'root', children: [] } : whole
  const parsed = buildBody(root, file)
  const title = () => firstHeading(parsed.children) ?? (baseName(file) || 'Untitled')

  let messages: Message[] = [...decoded.messages]
  const lang = () => languageOf(parsed)
  const front = yaml === undefined ? undefined : readFrontMatter(yaml, file, { title, lang })
  const metadata: Metadata = front?.value ?? { title: title(), status: 'draft', lang: lang() }
  append(messages, front?.messages ?? [])
  const { line, cut } = cutAt(root) ?? {}
  if (line !== undefined) {
    const at = { severity: 'error', place: { file, line, column: 1 } } as const
    if (cut === 'depth') messages.push({ rule: 'file/depth', form: 'marks', values: { most: MOST_NESTED }, ...at })
    else messages.push({ rule: 'file/marks', form: 'parsed', values: { count: MOST_PARSED }, ...at })
  }
  if (isTooLong) {
    messages.push({
      rule: 'file/lines',
      severity: 'error',
      form: 'blocks',
      values: { count, most: MOST_BLOCKS },
      place: { file, line: bodyLine, column: 1 },
    })
  }
  if (missing) {
    messages.push({
      rule: 'front-matter/yaml',
      severity: 'error',
      form: missing,
      place: { file, line: 1, column: 1 },
    })
  }
  messages = messages.concat(parsed.messages, unreadAttributes(root, padded, file))
  if (decoded.messages.length === 0 && cut !== 'marks' && !isTooLong && parsed.children.length === 0) {
    messages.push({
      rule: 'file/empty',
      severity: 'error',
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

// A text that is in neither language is printed with the words of the first; lint says so.
function languageOf(body: PolicyBody): Language {
  let text = ''
  for (const { kind, node } of clauses(body)) {
    if (kind !== 'verbatim') text += `${plainText(node)}\n`
    if (text.length > GUESSED_LETTERS) break
  }
  const { language } = guessLanguage(text)
  return language === 'other' ? LANGUAGES[0] : language
}
