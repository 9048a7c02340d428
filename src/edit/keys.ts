import { chainCommands, selectAll } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import type { Command, Plugin } from 'prosemirror-state'
import { goToNextCell, tableEditing } from 'prosemirror-tables'
import { enter, lineBreak } from './enter.js'
import { bold, italic, nextCell } from './insert.js'
import { backspace, forward } from './join.js'
import { move } from './move.js'
import { level, list, nest, paragraph, unnest } from './nest.js'
import { parameters } from './parameters.js'
import { permanent } from './permanent.js'

/** What keys do, as word processors have it. */
export const KEYS: Readonly<Record<string, Command>> = {
  Enter: enter,
  'Shift-Enter': lineBreak,
  Backspace: backspace,
  'Mod-Backspace': backspace,
  Delete: forward,
  'Mod-Delete': forward,
  'Mod-a': selectAll,
  Tab: chainCommands(nextCell, nest),
  'Shift-Tab': chainCommands(goToNextCell(-1), unnest),
  'Alt-ArrowUp': move(-1),
  'Alt-ArrowDown': move(1),
  'Mod-b': bold,
  'Mod-i': italic,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-Alt-0': paragraph,
  'Mod-Alt-1': level(1),
  'Mod-Alt-2': level(2),
  'Mod-Alt-3': level(3),
  'Shift-Mod-7': list(true),
  'Shift-Mod-8': list(false),
}

/** Steps that can be taken back. */
const MOST_STEPS = 500

/** What every state of the editor has, with a window or without. */
export const core = (): readonly Plugin[] => [history({ depth: MOST_STEPS }), tableEditing(), parameters(), permanent()]
