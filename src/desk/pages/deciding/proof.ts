import { isProved } from '../../../decide/index.js'
import { h } from '../../../render/html/index.js'
import { correctedSince } from '../../../secretariat/corrected/index.js'
import { surroundings } from '../../../secretariat/surroundings.js'
import type { Loaded } from '../../../workspace/index.js'
import { link, panel } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import type { DeskRequest, Markup } from '../../types.js'

/** Every release, and whether the decisions that its route asks are bound to its words: what `verify` says. */
export function proofPanel({ say, context }: DeskRequest, loaded: Loaded): Markup {
  const { releases } = surroundings(context, loaded, correctedSince)
  if (releases.length === 0) return []
  const lines = releases.map((release, at) => ({
    version: release.version,
    proved: isProved(release, releases[at + 1]?.policy ?? loaded.policy),
  }))
  return [
    panel(say('desk.releases'), [
      h(
        'ul',
        { className: ['releases'] },
        lines
          .toReversed()
          .map(({ version, proved }) =>
            h(
              'li',
              { className: [proved ? 'proved' : 'unproved'] },
              link(`${addressOf(loaded.entry?.name ?? loaded.ref)}/${version}`, version),
              ` – ${say(proved ? 'desk.releases.proved' : 'desk.releases.unproved')}`,
            ),
          ),
      ),
    ]),
  ]
}
