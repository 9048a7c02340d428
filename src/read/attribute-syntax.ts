import type { Literal } from 'mdast'
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Options as ToMarkdown } from 'mdast-util-to-markdown'
import type { Code, Construct, Extension as Micromark, State, TokenizeContext } from 'micromark-util-types'

/** The node between braces at the end of a clause; `value` is the text between them. */
interface AttributesNode extends Literal {
  type: 'attributes'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    attributes: AttributesNode
  }
  interface RootContentMap {
    attributes: AttributesNode
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributes: 'attributes'
    attributesMarker: 'attributesMarker'
    attributesValue: 'attributesValue'
  }
}

const OPEN = 123
const CLOSE = 125
const QUOTE = 34
const HASH = 35
const DOT = 46
const EQUALS = 61

const isSpace = (code: Code): boolean => code === 32 || code === -1 || code === -2
const isLetter = (code: Code): boolean => code !== null && ((code >= 65 && code <= 90) || (code >= 97 && code <= 122))
const isKey = (code: Code): boolean =>
  isLetter(code) || (code !== null && ((code >= 48 && code <= 58) || code === 45 || code === 95))

const attributes: Construct = {
  name: 'attributes',
  previous: (code) => code !== OPEN,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    let quoted = false
    return open

    function open(code: Code): State {
      effects.enter('attributes')
      effects.consume(code)
      return start
    }
    function start(code: Code): State | undefined {
      if (code === HASH || code === DOT) return inside(code)
      return isLetter(code) ? key(code) : nok(code)
    }
    // Words between braces are words; only `key=` makes them attributes.
    function key(code: Code): State | undefined {
      if (code === EQUALS) return inside(code)
      if (!isKey(code)) return nok(code)
      effects.consume(code)
      return key
    }
    function inside(code: Code): State | undefined {
      if (code === null || code < -2 || code === OPEN) return nok(code)
      if (code === QUOTE) quoted = !quoted
      if (code === CLOSE && !quoted) {
        effects.consume(code)
        effects.exit('attributes')
        return after
      }
      effects.consume(code)
      return inside
    }
    // Attributes are the last thing in their clause: only blanks may follow.
    function after(code: Code): State | undefined {
      if (code === null) return ok(code)
      if (!isSpace(code)) return nok(code)
      effects.enter('whitespace')
      effects.consume(code)
      return blanks
    }
    function blanks(code: Code): State | undefined {
      if (isSpace(code)) {
        effects.consume(code)
        return blanks
      }
      effects.exit('whitespace')
      return code === null ? ok(code) : nok(code)
    }
  },
}

export const attributeSyntax: Micromark = { text: { [OPEN]: attributes } }

export const attributesFromMarkdown: FromMarkdown = {
  enter: {
    attributes(token) {
      this.enter({ type: 'attributes', value: '' }, token)
    },
  },
  exit: {
    attributes(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'attributes') node.value = this.sliceSerialize(token).slice(1, -1)
      this.exit(token)
    },
  },
}

export const attributesToMarkdown: ToMarkdown = {
  handlers: {
    attributes: (node: AttributesNode) => `{${node.value}}`,
  },
  // Words that would read as attributes are escaped, wherever they stand: the reader of the file should not have to wonder.
  unsafe: [{ character: '{', after: '[#.]|[A-Za-z][\\w:-]*=', inConstruct: 'phrasing' }],
}
