import { type Brand, type Document, mix } from '../../present/index.js'
import { checked, opposite, readable } from './colour.js'
import type { PageContext } from './context.js'

const DAY = '#ffffff'
const NIGHT = '#14171c'
const GREY = '#606772'
/** A page carries no fonts of ours: it takes the reader's own where they are there, else others of their kind. */
const STACKS: Readonly<Record<Brand['typeface'], string>> = {
  'source-sans': '',
  'source-serif': '"Source Serif 4","Source Serif Pro",Charter,Georgia,serif,',
  inter: 'Inter,',
  atkinson: '"Atkinson Hyperlegible",Verdana,',
}

/** What the style of a layout builds on: custom properties of the brand by day and by night, and its fonts. */
export function brandStyle(brand: Brand): string {
  return [
    `:root{${declarations(palette(brand, DAY))}--font:${brand.fonts ? '"Brand",' : STACKS[brand.typeface]}var(--system-font);}`,
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(palette(brand, NIGHT))}}}`,
    ...fonts(brand),
  ].join('\n')
}

/** What differs from page to page: how it is printed, and the widths and heights of its tables. */
export const pageStyle = (document: Document, { classes }: PageContext): string =>
  [printedPage(document), ...[...classes].map(([rule, name]) => `.${name}{${rule}}`)].join('\n')

/** Every colour of the page on a paper of this colour. Texts are made readable on all surfaces they can stand on. */
function palette(brand: Brand, paper: string): Readonly<Record<string, string>> {
  const dark = paper === NIGHT
  const primary = checked(brand.primary)
  const accent = checked(brand.accent)
  const pick = (day: string, night: string): string => (dark ? night : day)
  const surfaces = {
    paper,
    tint: mix(paper, primary, dark ? 0.16 : 0.05),
    'tone-accent': mix(paper, accent, dark ? 0.18 : 0.14),
    'tone-inserted': pick('#f0f9f1', '#16241b'),
    'tone-deleted': pick('#fdf2f2', '#281a1d'),
  }
  const all = Object.values(surfaces)
  return {
    ...surfaces,
    primary,
    accent,
    'on-primary': opposite(primary),
    ink: pick('#1c2026', '#e4e7eb'),
    brand: readable(dark ? primary : checked(brand.text), all),
    muted: readable(GREY, all),
    line: mix(paper, GREY, 0.35),
    control: GREY,
    'inserted-ink': pick('#0a5525', '#a5e8bb'),
    'inserted-paper': pick('#d5f0dc', '#143d24'),
    'deleted-ink': pick('#86131d', '#ffb9be'),
    'deleted-paper': pick('#fadede', '#4a1a20'),
    'moved-ink': pick('#54348c', '#cdb8f5'),
    'edited-ink': pick('#7a4a00', '#f0c271'),
  }
}

const declarations = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('')

/** Size, margins and running texts of the page when it is printed. */
function printedPage({ brand, orientation, header, footer, pageNumber, mark = '' }: Document): string {
  const { top, right, bottom, left } = brand.margins
  const running = (place: string, text: string) => (text === '' ? '' : `@${place}{content:${runningText(text)}}`)
  return [
    `@page{size:${brand.page} ${orientation};`,
    `margin:${[top, right, bottom, left].map((length) => `${Number(length)}mm`).join(' ')};`,
    `${running('top-left', header)}${running('bottom-left', footer)}${running('bottom-right', pageNumber)}`,
    // The mark of a draft stands in the head of every page, as it does in the PDF.
    mark === '' ? '}' : `@top-right{content:${cssString(mark.toUpperCase())};font-weight:700;color:${checked(brand.text)}}}`,
    // Title and mark stand large on the first page already.
    '@page :first{@top-left{content:none}@top-right{content:none}}',
  ].join('')
}

/** `{page}` and `{pages}` become the counters of the printed page. */
function runningText(text: string): string {
  return text
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part)))
    .join(' ')
}

/** A CSS string in which every character but letters, digits and spaces is escaped: none can end the string or the style. */
const cssString = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`

function fonts({ fonts: files }: Brand): string[] {
  if (!files) return []
  const faces: readonly (readonly [Uint8Array | undefined, string])[] = [
    [files.regular, 'font-weight:400;font-style:normal'],
    [files.bold, 'font-weight:700;font-style:normal'],
    [files.italic, 'font-weight:400;font-style:italic'],
    [files.boldItalic, 'font-weight:700;font-style:italic'],
  ]
  return faces.flatMap(([bytes, look]) =>
    bytes
      ? [`@font-face{font-family:"Brand";${look};src:url(data:font/sfnt;base64,${Buffer.from(bytes).toString('base64')})}`]
      : [],
  )
}
