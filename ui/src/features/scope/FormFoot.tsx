import { Button } from "@/design";

interface Properties {
  ready: boolean;
  onClose: () => void;
  onRemove?: () => void;
  testid: string;
}

/** The foot of a form of the scope. */
export function FormFoot({ ready, onClose, onRemove, testid }: Properties) {
  return (
    <div className="row row-end">
      {onRemove && <Button label="app-remove" look="danger" testid={`remove-${testid}`} onClick={onRemove} />}
      <span className="push" />
      <Button label="app-cancel" look="ghost" testid={`cancel-${testid}`} onClick={onClose} />
      <Button label="app-save" type="submit" disabled={!ready} testid={`save-${testid}`} />
    </div>
  );
}
