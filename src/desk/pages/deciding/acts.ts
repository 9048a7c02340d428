import { decidePolicy } from '../../../commands/decide.js'
import { proposePolicy } from '../../../commands/propose.js'
import { releasePolicy, withdrawPolicy } from '../../../commands/release.js'
import type { Step } from '../../../decide/index.js'
import { DECISIONS, RIGHTS } from '../../../model/index.js'
import type { Outcome } from '../../../secretariat/context.js'
import { publish } from '../../../secretariat/publish.js'
import { writing } from '../../../secretariat/step.js'
import type { Loaded } from '../../../workspace/index.js'
import type { DeskRequest, Sent } from '../../types.js'
import { ROUTE_ROWS } from './forms.js'

/** What an act came to; `why`, where nothing was asked of a command, is what was missing: `desk.act.…`. */
type Acted = Pick<Outcome<unknown>, 'messages' | 'written'> & { readonly why?: string }

/** The acts of the page, by the names of their forms: each does what the command of the same name does. */
export const ACTS: Readonly<Record<string, (request: DeskRequest, loaded: Loaded, sent: Sent) => Acted | Promise<Acted>>> = {
  propose: ({ context }, { ref }, sent) =>
    proposePolicy(context, ref, { ...given('version', sent.text('version')), git: isTicked(sent, 'git') }),
  decide: ({ context }, { ref }, sent) => {
    const [right = '', ...body] = (sent.text('step') ?? '').split(' ')
    const decision = DECISIONS.find((each) => each === sent.text('decision'))
    if (decision === undefined) return { messages: [], written: [], why: 'decide.choose' }
    return decidePolicy(context, ref, {
      body: body.join(' '),
      right,
      decision,
      ...given('date', sent.text('date')),
      ...given('name', sent.text('name')),
      ...given('role', sent.text('role')),
      ...given('remarked', sent.text('remarks')),
      ...given('forced', sent.text('forced')),
      git: isTicked(sent, 'git'),
    })
  },
  async release({ context }, { ref }, sent) {
    const [file] = await sent.files('certificate')
    // Sent with the form and kept nowhere: who holds the file and its password signs as its owner.
    const certificate = file && { file: file.name, password: sent.words('password') ?? '', bytes: file.bytes }
    return releasePolicy(context, ref, {
      ...(certificate ? { certificate } : {}),
      unproved: sent.text('unproved') !== undefined,
      git: isTicked(sent, 'git'),
    })
  },
  withdraw: ({ context }, { ref }, sent) =>
    withdrawPolicy(context, ref, { ...given('date', sent.text('date')), git: isTicked(sent, 'git') }),
  // From when it was in force was said of the words that were adopted.
  draft: (request, loaded) =>
    edited(request, loaded, [
      { path: ['status'], value: 'draft' },
      { path: ['date'], value: undefined },
      { path: ['effective'], value: undefined },
    ]),
  route: (request, loaded, sent) => {
    const rows = Array.from({ length: Math.max(ROUTE_ROWS, loaded.policy.metadata.route?.length ?? 0) }, (_, at) => ({
      body: sent.text(`body-${at + 1}`),
      right: RIGHTS.find((each) => each === sent.text(`right-${at + 1}`)) ?? 'adoption',
      // What a step says beside them stays with its body.
      former: loaded.policy.metadata.route?.find(({ body }) => body === sent.text(`body-${at + 1}`)),
    }))
    const route = rows.flatMap(({ body, right, former }) => (body === undefined ? [] : [{ ...former, body, right }]))
    return edited(request, loaded, [{ path: ['route'], value: route.length === 0 ? undefined : route }])
  },
  days: (request, loaded, sent) =>
    edited(
      request,
      loaded,
      (['effective', 'review'] as const).map((key) => ({ path: [key], value: sent.text(key) })),
    ),
}

/** The front matter with some of its values another, and nothing else. */
function edited({ context }: DeskRequest, loaded: Loaded, edits: Step['edits']): Acted {
  return publish(context, { outputs: [writing(loaded, edits)], messages: [] })
}

const isTicked = (sent: Sent, name: string): boolean => sent.text(name) !== undefined

const given = (key: string, value: string | undefined): Record<string, never> =>
  (value === undefined ? {} : { [key]: value }) as Record<string, never>
