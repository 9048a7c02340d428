export {
  CONTENTS,
  copyOf,
  gapOf,
  indentOf,
  isOpen,
  join,
  lineOf,
  lookOf,
  type Piece,
  printed,
  unlabel,
  withLabel,
} from './pieces.js'
export { isSentence, isTitle, MOST_TITLE_WORDS, startsUpper, words } from './shapes.js'
export type { Blank, Gap, Guess, Sign, TemplatePart } from './template.js'
export { toPieces } from './to-pieces.js'
