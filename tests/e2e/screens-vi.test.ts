import { accessibleScreens } from './support/accessible-screens.ts'

accessibleScreens('vi')
