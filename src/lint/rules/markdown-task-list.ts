/**
 * A policy holds no task lists: what has been done is no part of what was agreed.
 *
 * ```markdown ok
 * - De lijst met toestemmingen [bijlage] wordt elk jaar vernieuwd. {#lijst}
 * ```
 *
 * ```markdown
 * - [x] Vraag de ouders. {#vragen}
 * - [ ] Wacht op antwoord. {#wachten}
 * ```
 *
 * ```messages
 * 1:1 error markdown/task-list Unexpected box "[x]", expected the words of the list item
 * 2:1 error markdown/task-list Unexpected box "[ ]", expected the words of the list item
 * ```
 *
 * To mend: write the item as words: what was done or not done is no rule.
 */
import { type Rule, startOf } from '../rule.js'
import { boxOf } from '../words.js'

export const markdownTaskList: Rule<'markdown/task-list'> = {
  id: 'markdown/task-list',
  severity: 'error',
  *check({ clauses }) {
    for (const clause of clauses) {
      const box = boxOf(clause)
      if (box) yield { values: { box }, place: startOf(clause) }
    }
  },
}
