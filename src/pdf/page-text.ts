import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js'
import { MOST_LETTERS, TOO_MANY_LETTERS, TooLarge } from '../blocks/index.js'
import { append } from '../model/index.js'

/**
 * The text of a page, in the order of the file. To draw a form again and again takes a few bytes to say and hours to do: reading ends as soon as there is
 * more than a document has, with `TooLarge`.
 */
export async function pageText(page: PDFPageProxy): Promise<TextContent> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader()
  const [items, styles]: [TextContent['items'], TextContent['styles']] = [[], {}]
  let letters = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { items: more, styles: looks } = part.value as TextContent
    for (const item of more) letters += 'str' in item ? item.str.length : 0
    if (letters > MOST_LETTERS) {
      const error = new TooLarge(TOO_MANY_LETTERS)
      await reader.cancel(error)
      throw error
    }
    append(items, more)
    Object.assign(styles, looks)
  }
  return { items, styles, lang: null }
}
