import { hasErrors, type Message, sortMessages } from '../model/index.js'
import { phraseOf, wordMessage } from '../present/messages/index.js'
import { h } from '../render/html/index.js'
import { UsageError } from '../secretariat/context.js'
import { fileProblem, showPath } from '../workspace/index.js'
import { notice, wrongSaid } from './markup.js'
import { inBrowser } from './navigation.js'
import type { DeskRequest, Markup } from './types.js'

/** What an act of the desk came to: its value, or the reasons why it was refused. */
type Attempt<T> = { readonly value: T; readonly wrong?: undefined } | { readonly value?: undefined; readonly wrong: Markup }

/** Does what a command does. What is wrong with the request or refused by the system is said on the page; a fault of our own is thrown. */
export async function attempt<T>(request: DeskRequest, act: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await act() }
  } catch (error) {
    const wrong = refusalOf(request, error)
    if (!wrong) throw error
    return { wrong }
  }
}

/** In words why something cannot be done: wrong usage, or what the system refuses. Undefined for a fault of our own. */
export function refusalOf({ context, say }: DeskRequest, error: unknown): Markup | undefined {
  if (error instanceof UsageError) return wrongSaid(inBrowser(phraseOf(error.said, say), say))
  const problem = fileProblem(error)
  if (!problem) return undefined
  const place = { file: showPath(context.workspace, problem.path), line: 1, column: 1 }
  return notice('wrong', findingsList([{ rule: 'file/system', ...problem.said, severity: 'error', place }], say))
}

/** What was found, the gravest first, each with its place, what was expected and its rule; a link to its line where `lineAddress` gives one. */
export function findingsList(
  messages: readonly Message[],
  say: DeskRequest['say'],
  lineAddress: (line: number) => string | undefined = () => undefined,
): Markup {
  if (messages.length === 0) return []
  const order = ['error', 'warning', 'info']
  const sorted = [...sortMessages(messages)].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return [
    h(
      'ul',
      { className: ['findings'] },
      sorted.map((message) => {
        const { severity, reason, rule, place, expected = [], related = [], note } = wordMessage(message, say)
        // The command writes without a word typed; the page that stands in its place does not.
        const hint = message.note?.phrase === 'hint.ids' ? say('desk.finding.ids') : note
        const at = place ? lineAddress(place.line) : undefined
        const where = place ? say('desk.finding.line', { line: place.line }) : ''
        return h(
          'li',
          { className: [severity] },
          h(
            'p',
            {},
            h('strong', { className: ['severity'] }, say(`severity.${severity}`)),
            ' ',
            at === undefined ? h('span', { className: ['place'] }, where) : h('a', { className: ['place'], href: at }, where),
          ),
          h('p', {}, inBrowser(reason, say)),
          expected.length > 0 ? h('p', { className: ['more'] }, say('severity.expected', { expected })) : undefined,
          related.map((other) =>
            h('p', { className: ['more'] }, `${other.place.file ?? ''}:${other.place.line} ${other.reason}`),
          ),
          hint === undefined ? undefined : h('p', { className: ['more'] }, inBrowser(hint, say)),
          h('p', { className: ['rule'] }, rule),
        )
      }),
    ),
  ]
}

/** The messages of an outcome, set apart where one of them stopped it. */
export const toldOf = (messages: readonly Message[], say: DeskRequest['say']): Markup =>
  messages.length === 0 ? [] : notice(hasErrors(messages) ? 'wrong' : 'info', findingsList(messages, say))
