import { accessibleScreens } from './support/accessible-screens.ts'

accessibleScreens('en')
