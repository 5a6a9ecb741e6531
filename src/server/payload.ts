import config from '@payload-config'
import { getPayload } from 'payload'
import type { Payload } from 'payload'

/** The process's Payload, for routes and screens of Next. Commands and the worker take their own. */
export const payloadInstance = (): Promise<Payload> => getPayload({ config })
