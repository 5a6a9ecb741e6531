/** As other applications install it (`npm run pack:referentiels`). */
export const packageName = 'payload-plugin-referentiels'
