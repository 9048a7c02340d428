import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Policy, plainText } from '../../src/model/index.js'
import { type ResolvedClause, resolve } from '../../src/resolve/index.js'
import { forEachLine, OPEN, runMacro } from '../support/macro.js'

/** A clause as it is read: its id, its kind, how deep it stands in lists, and its words. */
export interface Line {
  readonly id: string | undefined
  readonly kind: string
  readonly depth: number
  readonly words: string
}

/** What somebody does to a document, and what then stands in it. */
export interface DocumentEdit {
  readonly what: string
  /** The clauses at that place. */
  readonly around: readonly string[]
  /** The clauses that change place, of which a comparison may name any: one passes the other. */
  readonly moves: readonly string[]
  readonly step: readonly string[]
  /** What stands in the document afterwards. */
  readonly apply: (lines: readonly Line[]) => Line[]
}

export const linesOf = (policy: Policy): Line[] =>
  resolve(policy).value.clauses.flatMap(({ id, kind, listDepth, node }) =>
    kind === 'note' ? [] : [{ id, kind, depth: listDepth, words: plainText(node) }],
  )

const WORDS = 'aardappel lantaarn kapstok regenjas fietsbel potlood'.split(' ')
const SENTENCE = 'Dat staat ook in de schoolgids van dit jaar.'

type Random = (below: number) => number

/** Numbers below what is asked, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** One edit of every kind that a policy has room for, each in a place of its own, made by a seed. */
export function editsOf(policy: Policy, seed: number): DocumentEdit[] {
  const random = randomOf(seed)
  const all = resolve(policy).value.clauses.filter(({ kind, id }) => kind !== 'note' && id !== undefined)
  const found: DocumentEdit[] = []
  const word = WORDS[random(WORDS.length)] as string
  const at = (i: number) => all[i]?.id as string
  const hasParts = (i: number) => all.some(({ parent }) => parent === all[i])
  const isText = (i: number) => all[i]?.kind === 'item' || all[i]?.kind === 'paragraph'
  const isLeaf = (i: number) => all[i]?.kind === 'item' && !hasParts(i)
  // In a list whose labels were typed a new item is what somebody types.
  const isTyped = (i: number) => all[i]?.list?.items.some(({ attributes }) => attributes.values.label !== undefined) === true
  const goesOn = (i: number) => isLeaf(i) && isLeaf(i + 1) && all[i]?.list === all[i + 1]?.list
  const add = (
    fits: (i: number) => boolean,
    made: (i: number) => Pick<DocumentEdit, 'what' | 'step' | 'apply'> & { readonly moves?: readonly string[] },
  ) => {
    const free = all.flatMap((_, i) => (fits(i) && !found.some(({ around }) => around.includes(at(i))) ? [i] : []))
    const i = free[random(free.length)]
    if (i === undefined) return
    const around = all.slice(Math.max(i - 3, 0), i + 5).flatMap(({ id }) => id ?? [])
    found.push({ around, moves: [], ...made(i) })
  }
  const replace = (fits: (i: number) => boolean) =>
    add(
      (i) => fits(i) && wordsAlone(all[i] as ResolvedClause).length > 0,
      (i) => {
        const plain = wordsAlone(all[i] as ResolvedClause)
        const old = plain[random(plain.length)] as string
        return {
          what: `“${old}” in ${at(i)} becomes “${word}”`,
          step: ['replace', at(i), old, word],
          apply: changed(at(i), (words) => words.replace(old, word)),
        }
      },
    )

  replace((i) => all[i]?.kind === 'section')
  replace(isText)
  add(isText, (i) => ({
    what: `a sentence behind ${at(i)}`,
    step: ['append', at(i), ` ${SENTENCE}`],
    apply: changed(at(i), (words) => `${words} ${SENTENCE}`),
  }))
  add(
    (i) => isLeaf(i) && !isTyped(i),
    (i) => ({ what: `a clause below ${at(i)}`, step: ['below', at(i), SENTENCE], apply: inserted(at(i), 1) }),
  )
  add(
    (i) => isText(i) && !isTyped(i),
    (i) => ({ what: `a clause above ${at(i)}`, step: ['above', at(i), SENTENCE], apply: inserted(at(i), 0) }),
  )
  for (const how of ['deleteToNext', 'deleteFromBefore']) {
    add(
      (i) => isText(i) && !hasParts(i) && isText(i - 1) && i < all.length - 1,
      (i) => ({
        what: `${at(i)} taken out, ${how}`,
        step: [how, at(i)],
        apply: (lines) => lines.filter(({ id }) => id !== at(i)),
      }),
    )
  }
  add(goesOn, (i) => ({
    what: `${at(i)} down`,
    moves: [at(i), at(i + 1)],
    step: ['MoveDown', at(i)],
    apply: moved(at(i), at(i + 1)),
  }))
  add(
    (i) => goesOn(i - 1),
    (i) => ({
      what: `${at(i)} up`,
      moves: [at(i - 1), at(i)],
      step: ['MoveUp', at(i)],
      apply: moved(at(i - 1), at(i)),
    }),
  )
  add(
    (i) => goesOn(i) && goesOn(i + 1) && all[i + 3] !== undefined,
    (i) => ({
      what: `${at(i)} cut and put in again below ${at(i + 2)}`,
      moves: [at(i)],
      step: ['cutTo', at(i), at(i + 3)],
      apply: moved(at(i), at(i + 2)),
    }),
  )
  add(
    (i) => all[i]?.kind === 'table',
    (i) => ({
      what: `a cell of ${at(i)}`,
      step: ['cell', at(i), word],
      apply: changed(at(i), (words) => words.replace(/(?<=\n)[^\t]*/, word)),
    }),
  )
  return found
}

const changed = (id: string, change: (words: string) => string) => (lines: readonly Line[]) =>
  lines.map((line) => (line.id === id ? { ...line, words: change(line.words) } : line))

const inserted = (id: string, behind: 0 | 1) => (lines: readonly Line[]) => {
  const i = lines.findIndex((line) => line.id === id)
  return lines.toSpliced(i + behind, 0, { ...(lines[i] as Line), id: undefined, words: SENTENCE })
}

const moved = (id: string, below: string) => (lines: readonly Line[]) => {
  const own = lines.filter((line) => line.id === id)
  const rest = lines.filter((line) => line.id !== id)
  return rest.toSpliced(rest.findIndex((line) => line.id === below) + 1, 0, ...own)
}

/** Words of a clause that stand there once, outside references, in plain letters. */
function wordsAlone({ node }: ResolvedClause): string[] {
  if (!('content' in node)) return []
  const all = plainText(node)
  return node.content.flatMap((inline) =>
    inline.type === 'text'
      ? (inline.value.match(/(?<![\p{L}\p{N}-])[a-z]{4,}(?![\p{L}\p{N}-])/gu) ?? []).filter(
          (word) => all.split(word).length === 2,
        )
      : [],
  )
}

const MACRO = `${OPEN}
Global edited
${forEachLine('EditAll', 'EditOne')}
Sub Command(doc, name, Optional text)
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim given(0) As New com.sun.star.beans.PropertyValue
  If IsMissing(text) Then
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & name, "", 0, Array())
  Else
    given(0).Name = "Text"
    given(0).Value = text
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & name, "", 0, given())
  End If
End Sub
Function Paragraph(doc, id)
  anchor = doc.Bookmarks.getByName(id).Anchor
  cursor = anchor.Text.createTextCursorByRange(anchor.Start)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoEndOfParagraph(True)
  Paragraph = cursor
End Function
' One further left, the cursor of the page itself stands before the number.
Function EndAbove(words, at)
  cursor = words.Text.createTextCursorByRange(at)
  cursor.goLeft(1, False)
  EndAbove = cursor
End Function
Sub EditOne(parts)
  Select Case parts(0)
    Case "open"
      edited = Opened(parts(1))
    Case "save"
      Dim asWord(0) As New com.sun.star.beans.PropertyValue
      asWord(0).Name = "FilterName"
      asWord(0).Value = "MS Word 2007 XML"
      edited.storeToURL(ConvertToURL(parts(1)), asWord())
      edited.close(True)
    Case Else
      Edit(edited, parts)
  End Select
End Sub
Sub Edit(doc, parts)
  at = doc.CurrentController.ViewCursor
  If parts(0) = "cell" Then
    doc.TextTables.getByIndex(doc.TextTables.Count - 1).getCellByName("A2").setString(parts(2))
  Else
    words = Paragraph(doc, parts(1))
    Select Case parts(0)
      Case "replace"
        start = InStr(words.String, parts(2))
        at.gotoRange(words.Start, False)
        at.goRight(start - 1, False)
        at.goRight(Len(parts(2)), True)
        Command(doc, "InsertText", parts(3))
      Case "append"
        at.gotoRange(words.End, False)
        Command(doc, "InsertText", parts(2))
      Case "below"
        at.gotoRange(words.End, False)
        Command(doc, "InsertPara")
        Command(doc, "InsertText", parts(2))
      Case "above"
        at.gotoRange(words.Start, False)
        Command(doc, "InsertPara")
        at.gotoRange(EndAbove(words, at), False)
        Command(doc, "InsertText", parts(2))
      Case "deleteToNext"
        at.gotoRange(words.Start, False)
        at.gotoRange(words.End, True)
        at.goRight(1, True)
        Command(doc, "Delete")
      Case "deleteFromBefore"
        at.gotoRange(EndAbove(words, words.Start), False)
        at.gotoRange(words.End, True)
        Command(doc, "Delete")
      Case "cutTo"
        below = Paragraph(doc, parts(2))
        at.gotoRange(words.Start, False)
        at.gotoRange(words.End, True)
        at.goRight(1, True)
        Command(doc, "Cut")
        at.gotoRange(below.Start, False)
        Command(doc, "Paste")
      Case Else
        at.gotoRange(words.Start, False)
        Command(doc, parts(0))
    End Select
  End If
End Sub
`

/** Word files as LibreOffice saves them after somebody edited each. */
export function editedInOffice(
  files: readonly { readonly bytes: Uint8Array; readonly edits: readonly DocumentEdit[] }[],
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-edited-'))
  try {
    const list = files.flatMap(({ bytes, edits }, i) => {
      writeFileSync(join(folder, `${i}.docx`), bytes)
      return [['open', join(folder, `${i}.docx`)], ...edits.map(({ step }) => step), ['save', join(folder, `edited-${i}.docx`)]]
    })
    runMacro(folder, MACRO, 'EditAll', list)
    return files.map((_, i) => readFileSync(join(folder, `edited-${i}.docx`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
