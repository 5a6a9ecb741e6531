import { NotFound, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

/** Payload has the endpoints of versions on every collection, and fails on one that keeps none. */
export const refuseVersions = (config: SanitizedCollectionConfig): void => {
  if (config.endpoints === false) return
  // Copies: collections share the endpoints that Payload gives them.
  config.endpoints = config.endpoints.map((endpoint) => (endpoint.path.startsWith('/versions') ? { ...endpoint, handler: refuse } : endpoint))
}

const refuse = (req: PayloadRequest): never => {
  throw new NotFound(req.t)
}
