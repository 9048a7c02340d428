import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { forEachLine, OPEN, runMacro } from '../../support/macro.js'

/** Opens each file of a list, settles its changes where asked, and saves it as text and as flat XML. */
const MACRO = `${OPEN}
${forEachLine('SettleAll', 'Settle')}
Sub Settle(parts)
  doc = Opened(parts(0))
  If parts(1) <> "" Then
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & parts(1), "", 0, Array())
  End If
  Dim asText(1) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  asText(1).Name = "FilterOptions"
  asText(1).Value = "UTF8,LF,,,"
  doc.storeToURL(ConvertToURL(parts(2) & ".txt"), asText())
  Dim asXml(0) As New com.sun.star.beans.PropertyValue
  asXml(0).Name = "FilterName"
  asXml(0).Value = "OpenDocument Text Flat XML"
  doc.storeToURL(ConvertToURL(parts(2) & ".fodt"), asXml())
  doc.close(True)
End Sub
`

const ACTIONS = { accept: 'AcceptAllTrackedChanges', reject: 'RejectAllTrackedChanges', open: '' } as const
export type Action = keyof typeof ACTIONS

/** What LibreOffice makes of a file. */
export interface Read {
  /** Its lines with their numbers, empty ones too. */
  readonly lines: readonly string[]
  /** Its paragraphs without numbers: the style, the words, and the words of notes in their places. */
  readonly paragraphs: readonly string[]
}

/** LibreOffice with a profile of its own; all files are opened by one start of the program. */
export function settleInOffice(files: readonly { readonly bytes: Uint8Array; readonly action: Action }[]): readonly Read[] {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-office-'))
  try {
    const list = files.map(({ bytes, action }, i) => {
      writeFileSync(join(folder, `${i}.docx`), bytes)
      return [join(folder, `${i}.docx`), ACTIONS[action], join(folder, `made-${i}`)]
    })
    runMacro(folder, MACRO, 'SettleAll', list)
    return files.map((_, i) => ({
      lines: linesOf(readFileSync(join(folder, `made-${i}.txt`), 'utf8')),
      paragraphs: paragraphsOf(readFileSync(join(folder, `made-${i}.fodt`), 'utf8')),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The mark that LibreOffice puts in a row without words that came or went, and leaves there whatever is decided. */
const OWN_MARK = /\u200d/g

/** Spaces are as they come; a bullet is any bullet, for the program has its own; the line that ends a file is no line. */
function linesOf(text: string): readonly string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) =>
      line
        .replace(OWN_MARK, '')
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/^[–▪◦•](?= |$)/, '•'),
    )
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
}

/**
 * A label that was typed stands before the first tab; an item is an item whether its label was typed or counted. Before words that look or lead
 * otherwise than those before them stands how.
 */
function paragraphsOf(xml: string): readonly string[] {
  const parents = new Map<string, string>()
  const looks = new Map<string, string>()
  const found: string[] = []
  const open: { style: string; words: string; look: string }[] = []
  const spans: string[] = []
  let [inBody, noted, skipped, styled] = [false, 0, 0, '']
  const add = (words: string) => {
    const last = open.at(-1)
    if (!last || skipped > 0) return
    const look = spans.filter((each) => each !== '').join(' ')
    last.words += look === last.look || words === '' ? words : `<${look}>${words}`
    if (words !== '') last.look = look
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string) => String(attributes[key] ?? '')
    if (name === 'style:style') {
      styled = value('style:name')
      parents.set(styled, value('style:parent-style-name'))
    }
    if (name === 'style:text-properties') {
      const set = [value('fo:font-weight'), value('fo:font-style'), value('style:text-line-through-style')]
      looks.set(styled, set.filter((each) => /^(?:bold|italic|solid)$/.test(each)).join(' '))
    }
    if (name === 'text:span') spans.push(looks.get(value('text:style-name')) ?? '')
    if (name === 'text:a') spans.push(value('xlink:href'))
    if (name === 'office:text') inBody = true
    if (name === 'text:note') add('[^')
    if (name === 'text:note-citation') skipped += 1
    if (name === 'text:note-body') noted += 1
    if (name === 'text:s') add(' ')
    if (name === 'text:tab') add('\t')
    if (name === 'text:tracked-changes') add('changes are left')
    if (inBody && noted === 0 && (name === 'text:p' || name === 'text:h')) {
      open.push({ style: value('text:style-name'), words: '', look: '' })
    }
  })
  parser.on('text', add)
  parser.on('closetag', ({ name }) => {
    if (name === 'text:span' || name === 'text:a') spans.pop()
    if (name === 'text:note') add(']')
    if (name === 'text:note-citation') skipped -= 1
    if (name === 'text:note-body') noted -= 1
    if (inBody && noted === 0 && (name === 'text:p' || name === 'text:h')) {
      const { style = '', words = '' } = open.pop() ?? {}
      found.push(
        `${setAs(style, parents)}: ${words
          .replace(OWN_MARK, '')
          .replace(/^[^\t]*\t/, '')
          .replace(/\s+/g, ' ')}`,
      )
    }
  })
  parser.write(xml).close()
  return found.slice(0, found.findLastIndex((line) => !line.endsWith(': ')) + 1)
}

function setAs(style: string, parents: ReadonlyMap<string, string>): string {
  const name = /^P\d+$/.test(style) ? (parents.get(style) ?? '') : style
  return /^List/.test(name) ? 'Item' : name.replace(/_20_/g, ' ')
}
