import { type Artefact, blockText, type CopiedLine, findMargins, type SourceBlock } from '../blocks/index.js'

/**
 * Marks what pages once printed around a text that came here through another file: page numbers and recurring lines that stand among its
 * paragraphs. Only where `isPaged` do blocks stand on the pages they were made for. What a format calls a heading is not taken for a page
 * number, and a clause with an id is none of it.
 */
export function markMargins(blocks: readonly SourceBlock[], isPaged: boolean): readonly SourceBlock[] {
  const lines: CopiedLine[] = []
  const blockOf = new Map<CopiedLine, SourceBlock>()
  for (const block of blocks) {
    const text = block.artefact === undefined && block.note === undefined ? blockText(block).replace(/\s+/g, ' ') : ''
    if (text === '') continue
    const place = isPaged && block.page !== undefined ? { page: block.page } : {}
    if (block.gap > 0) lines.push({ text: '', ...place })
    const line = { text, ...place }
    lines.push(line)
    blockOf.set(line, block)
  }
  const artefacts = new Map<SourceBlock, Artefact>()
  for (const [line, artefact] of findMargins(lines)) {
    const block = blockOf.get(line)
    if (block && isFree(block)) artefacts.set(block, artefact)
  }
  // Where all that stands there recurs, a text was put in twice, and not printed around another.
  const isText = (block: SourceBlock) => block.artefact === undefined && blockText(block) !== '' && !artefacts.has(block)
  if (artefacts.size === 0 || !blocks.some(isText)) return blocks
  return blocks.map((block) => {
    const artefact = artefacts.get(block)
    return artefact === undefined ? block : { ...block, artefact }
  })
}

const isFree = ({ heading, role, rows, content, label, id }: SourceBlock): boolean =>
  heading === undefined && role === undefined && label === undefined && id === undefined && !(rows && content.length === 0)
