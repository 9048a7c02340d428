import { errorsIn } from '../../../model/index.js'
import { mayWrite, parseConcordance } from '../../../schools/index.js'
import { publish } from '../../../secretariat/publish.js'
import { wrongSaid } from '../../markup.js'
import { missingPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { DeskPage, DeskRequest, Handlers, Markup, Sent } from '../../types.js'
import { addressOfSubject, type ComparedSubject, seenOf, subjectIn } from './compared.js'

/** A page on which something of a subject is judged, `T` being one judgement. */
interface Judging<T> {
  /** Its address below that of the subject. */
  readonly name: 'judge' | 'pairs'
  readonly show: (
    request: DeskRequest,
    subject: ComparedSubject,
    typed?: { readonly sent: Sent; readonly above: Markup },
  ) => DeskPage
  /** What was judged; of what nothing was said, nothing. */
  readonly judgements: (sent: Sent, subject: ComparedSubject) => readonly T[]
  /** The words for that there was none. */
  readonly nothing: string
  /** The words for why what was sent cannot be taken as it was meant. */
  readonly refusal?: (sent: Sent, subject: ComparedSubject) => string | undefined
  /** The concordance with the judgements in it. */
  readonly write: (source: string | undefined, judgements: readonly T[]) => string
}

/** Shows such a page, and writes what was judged on it into the concordance. */
export const judged = <T>({ name, show, judgements, nothing, refusal, write }: Judging<T>): Required<Handlers> => ({
  async get(request) {
    const subject = await subjectIn(request)
    return subject ? show(request, subject) : missingPage(request)
  },
  async post(request, sent) {
    const subject = await subjectIn(request)
    if (!subject) return missingPage(request)
    const { say, context } = request
    const { source, path, concordance } = subject.judged
    const again = (above: Markup) => ({ ...show(request, subject, { sent, above }), status: 409 })
    const because = (words: string) => again(wrongSaid(say(words)))
    if (sent.text('seen') !== seenOf(subject.judged)) return because('desk.schools.changed')
    if (!mayWrite(concordance)) return again(toldOf(concordance.messages, say))
    const refused = refusal?.(sent, subject)
    if (refused !== undefined) return because(refused)
    const said = judgements(sent, subject)
    if (said.length === 0) return because(nothing)
    const bytes = write(source, said)
    const errors = errorsIn(parseConcordance(bytes, path).messages)
    if (errors.length > 0) return again(toldOf(errors, say))
    const { value, wrong } = await attempt(request, () => publish(context, { outputs: [{ path, bytes }], messages: [] }))
    return value ? { type: 'goto', address: `${addressOfSubject(subject.group)}/${name}`, done: 'judged' } : again(wrong)
  },
})
