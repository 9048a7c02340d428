import type { Route } from './types.js'

/**
 * Every page of the desk: a line here, and a file that exports `get` or `post` or both. A page is loaded when it is first asked for.
 * docs/desk.md shows how one is added.
 */
export const ROUTES: readonly Route[] = [
  { path: '/', load: () => import('./pages/overview.js') },
  { path: '/policies/:organisation/:policy', load: () => import('./pages/reading.js') },
  { path: '/policies/:organisation/:policy/source', load: () => import('./pages/source.js') },
]
