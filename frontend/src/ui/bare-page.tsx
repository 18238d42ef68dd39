/** Where a page of a few words is drawn: in a frame of its own, or in what the frame around it provides. */
import { type ComponentProps, type ComponentType, createContext, useContext } from "react";
import { AuthCard } from "./auth-card";

type Props = ComponentProps<typeof AuthCard>;

export const BareFrame = createContext<ComponentType<Props>>(AuthCard);

export function BarePage(props: Props) {
  const Frame = useContext(BareFrame);
  return <Frame {...props} />;
}
