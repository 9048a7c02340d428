import { type BrandSettings, PARTS, type PrintedPart } from '../model/index.js'
import type { Brand } from './document.js'

/** What a style chooses where the organisation says nothing. */
interface StyleChoices extends Pick<Brand, 'typeface' | 'scale' | 'cover'> {
  readonly parts: readonly PrintedPart[]
}

/**
 * Three sets of choices. A paper for a board begins with its text and what it is asked; a booklet for every hand has a cover and its
 * formalities at the back; plain is for who reads with effort: larger letters that are told apart easily, and nothing beside the text.
 */
const STYLES: Readonly<Record<NonNullable<BrandSettings['style']>, StyleChoices>> = {
  board: { typeface: 'inter', scale: 0.95, cover: 'plain', parts: ['approvals', 'contents', 'body', 'history', 'colophon'] },
  booklet: {
    typeface: 'source-serif',
    scale: 1,
    cover: 'band',
    parts: ['cover', 'contents', 'body', 'approvals', 'history', 'colophon'],
  },
  plain: { typeface: 'atkinson', scale: 1.12, cover: 'plain', parts: ['contents', 'body', 'approvals', 'history', 'colophon'] },
}

const USUAL: StyleChoices = { typeface: 'source-sans', scale: 1, cover: 'band', parts: PARTS }

/** The choices of a style, or the usual ones. */
export const styleOf = (settings: BrandSettings | undefined): StyleChoices =>
  settings?.style === undefined ? USUAL : STYLES[settings.style]
