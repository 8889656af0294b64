export { useKeys, type Keys } from "@/design/keys";
