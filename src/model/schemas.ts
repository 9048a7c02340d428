import * as z from 'zod'
import { metadataSchema } from './metadata.js'
import { organisationSchema } from './organisation.js'

/** What front matter and organisation.yaml may hold, as JSON Schemas by which an editor completes and checks them while they are typed; made when asked for. */
export const EDITOR_SCHEMAS: Readonly<Record<'policy' | 'organisation', () => unknown>> = {
  policy: () => ({ title: 'The front matter of a policy', ...z.toJSONSchema(metadataSchema, { io: 'input' }) }),
  organisation: () => ({ title: 'organisation.yaml', ...z.toJSONSchema(organisationSchema, { io: 'input' }) }),
}
