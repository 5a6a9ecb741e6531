/** Names that a form and its action share. */

/** The choice of a campaign that does not exist yet. */
export const newCampaign = 'nouvelle'

export const profileName = (field: string): string => `profil.${field}`
