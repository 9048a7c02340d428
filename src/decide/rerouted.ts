import type { Metadata } from '../model/index.js'

/** Who must decide, in order, with which right. */
export type Route = NonNullable<Metadata['route']>

/**
 * Who is not asked any more, or not with that right, though they were when the text was put before its bodies: none of them where the route is
 * another only in its order, in somebody who is asked besides or in what it lets stand. Undefined where it is the same, or not known.
 */
export function rerouted(
  { status, proposed, route = [] }: Pick<Metadata, 'status' | 'proposed' | 'route'>,
  asked: Route | undefined,
): Route | undefined {
  if (asked === undefined || proposed === undefined || (status !== 'proposed' && status !== 'adopted')) return undefined
  const isSame = (one: Route[number], other: Route[number] | undefined) =>
    one.body === other?.body && one.right === other.right && one.keeps === other.keeps
  if (asked.length === route.length && asked.every((step, at) => isSame(step, route[at]))) return undefined
  return asked.filter(({ body, right }) => !route.some((step) => step.body === body && step.right === right))
}
