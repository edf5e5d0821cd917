package dev.rebound.console.kit;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.CustomTextFieldSkin;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Skin;

/** A line of text that may hold addresses: while they are masked it hides them too, and copies them masked. */
public class PersonField extends CustomTextField {
    private final Formats formats;

    /** An empty line. */
    public PersonField(Formats formats) {
        this.formats = formats;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Hiding();
    }

    @Override
    public void copy() {
        if (formats.isMasked()) {
            Clip.copy(formats.person(getSelectedText()));
        } else {
            super.copy();
        }
    }

    @Override
    public void cut() {
        if (formats.isMasked()) {
            copy();
            replaceSelection("");
        } else {
            super.cut();
        }
    }

    private final class Hiding extends CustomTextFieldSkin {
        Hiding() {
            super(PersonField.this);
        }

        @Override
        public ObjectProperty<Node> leftProperty() {
            return PersonField.this.leftProperty();
        }

        @Override
        public ObjectProperty<Node> rightProperty() {
            return PersonField.this.rightProperty();
        }

        @Override
        protected String maskText(String text) {
            return PersonField.this.formats.isMasked() ? MaskedText.of(text) : text;
        }
    }
}
