import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { attributeSyntax, attributesFromMarkdown } from './attribute-syntax.js'
import { pruned, tooManyToParse } from './bounds.js'
import { parseInPieces } from './pieces.js'
import { parsePlainFirst } from './plain.js'

declare module 'mdast' {
  interface ParagraphData {
    /** Marks a paragraph that is nothing but the attributes of the table or code block above it. */
    directlyBelow?: true
  }
}

/** The dialect of a policy file: CommonMark, the parts of GFM a policy can use, and attributes. */
function dialect(this: Processor): void {
  const data = this.data() as Record<string, unknown[]>
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), attributeSyntax]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    attributesFromMarkdown,
  ]
}

const parser = unified().use(dialect).use(remarkParse).freeze()

// The parser takes a byte order mark away where its text begins, which is anywhere in a file that is read in parts: it gets one to take.
const MARK = '\ufeff'

/** The parser alone; `parseMarkdown` gives the same tree sooner. */
export const parseWhole = (source: string): Root => parser.parse(MARK + source)
/** What is plain in a piece is read so, too: of a long list only the items around one that is not are the parser's. */
const parsePiece = (piece: string): Root => parsePlainFirst(piece, (rest) => pruned(parseWhole(rest)))
export const parseMarkdown = (source: string): Root =>
  parsePlainFirst(source, (rest) => tooManyToParse(rest) ?? parseInPieces(rest, parsePiece))
