/** Of the element that tells, with the words it carries, that the network is away. */
export const awayNotice = 'reseau-absent'
