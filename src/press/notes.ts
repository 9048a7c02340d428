import type { DocBlock } from '../present/index.js'
import type { Flow } from './flow.js'
import type { NoteFlow } from './set.js'
import { heightOf, withFirst } from './slab.js'
import { Tag } from './tags.js'

/** Sets a note in small type, its number hanging. `mark` is the element its mark stands in. */
export function setNote(number: number, children: readonly DocBlock[], mark: Tag, flow: Flow): NoteFlow {
  const { document } = flow
  const { theme } = document
  // Not the printed number: texts of several policies in one document each have a first note.
  const name = document.nextNote()
  const tag = new Tag('Note', mark, { id: name })
  const { left, right } = theme.frame
  const scale = theme.note
  const label = document.label(`${number}`, new Tag('Lbl', tag), { type: scale.body, colour: theme.colours.heading })
  const home = { x: left + scale.indent, width: right - left - scale.indent }
  const room: Flow = { document, scale, tag, ...home, home, gutter: 0, depth: 0, level: flow.level }
  const blocks = document.blocks(children, room)
  const anchor = document.anchor(name, left)
  const slabs = withFirst(blocks.length > 0 ? blocks : [document.room(scale.body.leading)], (first) => ({
    ...first,
    anchors: [...(first.anchors ?? []), anchor],
    paint: (canvas, top) => {
      canvas.line(label, left, document.baseline(top, scale.body))
      first.paint(canvas, top)
    },
  }))
  return { name, tag, slabs, height: heightOf(slabs) }
}
