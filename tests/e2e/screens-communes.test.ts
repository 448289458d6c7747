import { accessibleScreens } from './support/accessible-screens.ts'
import { isOfCommune } from './support/commune-roles.ts'

accessibleScreens(isOfCommune)
